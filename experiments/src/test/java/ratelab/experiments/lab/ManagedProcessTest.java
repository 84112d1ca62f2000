package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;

class ManagedProcessTest {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  @TempDir private Path logs;
  private Guardian guardian;

  @BeforeEach
  void startGuardian() {
    guardian = Guardian.start(logs.resolve("guardian.err.log"));
  }

  @AfterEach
  void closeGuardian() throws IOException {
    guardian.close();
  }

  @Test
  void is_ready_when_it_prints_where_it_listens() {
    ManagedProcess server =
        sh("echo starting; echo 'listening on http://127.0.0.1:81/x'; sleep 60");
    assertThat(server.awaitListening(DEADLINE)).isEqualTo(URI.create("http://127.0.0.1:81/x"));
    server.close();
    assertThat(server.exitStatus()).isPresent();
  }

  @Test
  void an_early_end_is_told_with_status_and_last_words() {
    ManagedProcess server = sh("echo one >&2; echo 'port 80 is in use; free it' >&2; exit 3");
    assertThatThrownBy(() -> server.awaitListening(DEADLINE))
        .isInstanceOf(LabException.class)
        .hasMessage(
            """
            the server ended with status 3; its last words (%s):
              one
              port 80 is in use; free it\
            """
                .formatted(logs.resolve("server.err.log")));
  }

  @Test
  void a_server_that_never_gets_ready_is_told_with_its_last_words() {
    ManagedProcess server = sh("echo thinking; sleep 60");
    assertThatThrownBy(() -> server.awaitListening(Duration.ofMillis(300)))
        .hasMessageStartingWith("waited 0.3 s for the server to print 'listening on URL'; its last")
        .hasMessageEndingWith("thinking");
  }

  @Test
  void a_program_that_does_not_exist_is_told_by_the_shell() {
    ManagedProcess server =
        ManagedProcess.start(guardian, "server", List.of("/no/such/program"), logs);
    assertThatThrownBy(() -> server.awaitListening(DEADLINE))
        .hasMessageStartingWith("the server ended with status 127; ")
        .hasMessageContaining("/no/such/program: ");
  }

  @Test
  void arguments_arrive_as_they_were_given() {
    ManagedProcess server =
        ManagedProcess.start(
            guardian,
            "server",
            List.of("sh", "-c", "echo \"$1\"; exit 5", "x", "it's $HOME `a`"),
            logs);
    awaitEnd(server);
    assertThat(server.lastWords()).endsWith("\n  it's $HOME `a`");
    assertThat(server.exitStatus()).isEqualTo(OptionalInt.of(5));
  }

  @Test
  void one_that_does_not_listen_to_sigterm_is_killed() {
    ManagedProcess server =
        sh(
            "trap 'echo no' TERM; echo 'listening on http://127.0.0.1:81'; while :; do sleep 1;"
                + " done");
    server.awaitListening(DEADLINE);
    server.close();
    assertThat(server.exitStatus()).isEqualTo(OptionalInt.of(Child.KILLED));
    awaitVanished(server.pid());
  }

  @Test
  void what_a_process_leaves_behind_ends_with_it() {
    ManagedProcess server = sh("sleep 61 & echo $!");
    awaitEnd(server);
    long orphan = Long.parseLong(server.lastWords().lines().toList().getLast().trim());
    awaitVanished(orphan);
  }

  @Test
  void each_process_leads_a_session_of_its_own() {
    ManagedProcess server = sh("echo 'listening on http://127.0.0.1:81'; sleep 60");
    server.awaitListening(DEADLINE);
    assertThat(ProcessStat.read(server.pid()).orElseThrow().session())
        .isNotEqualTo(ProcessStat.read(ProcessHandle.current().pid()).orElseThrow().session());
  }

  private ManagedProcess sh(String script) {
    return ManagedProcess.start(guardian, "server", List.of("sh", "-c", script), logs);
  }

  private static void awaitEnd(ManagedProcess process) {
    Await.until(
        "the end",
        DEADLINE,
        () -> process.exitStatus().isPresent() ? new Seen<>(true) : new NotYet<>("it runs"));
  }

  private static void awaitVanished(long pid) {
    Await.until(
        "the end of the process",
        DEADLINE,
        () -> ProcessHandle.of(pid).isEmpty() ? new Seen<>(true) : new NotYet<>(pid + " runs"));
  }
}
