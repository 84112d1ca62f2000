package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on Go's standard library; it reads requests at once, as the Java application. */
class GoPeerTest extends PeerContract {
  @TempDir private static Path built;

  @BeforeAll
  static void go_is_here_and_builds_the_peer() {
    Tool.need("go", Tool.isOnThePath("go"), "install Go 1.19 or newer to test peers/go");
    Outcome build = OwnProcess.run(built, List.of("sh", "peers/go/build", executable()), List.of());
    assertThat(build).isEqualTo(new Outcome(0, "", ""));
  }

  @Override
  String name() {
    return "ratelab-peer-go";
  }

  @Override
  List<String> command() {
    return List.of(executable());
  }

  @Override
  String allAtOnce() {
    return "virtual";
  }

  @Override
  Map<String, Object> runtimeInHeader() {
    Outcome version = OwnProcess.run(dir, List.of("go", "env", "GOVERSION"), List.of());
    return Map.of("runtime", "Go " + version.out().strip().substring("go".length()));
  }

  @Override
  void awaitRead(RunningApp app, int requests) {
    Counts.awaitRead(app, requests);
  }

  @Test
  void requests_that_wait_are_read_and_counted() {
    // Long enough for the first to be still at it when the second has been read, on a busy machine
    // too.
    RunningApp app = start("--work", "sleep", "--sleep", "4s");
    sendInTurn(app, 2);

    assertThat(Counts.of(app)).isEqualTo(new Counts(0, 1, 1));
    app.awaitLogged(2);
    Await.until("all handled", () -> Counts.of(app), new Counts(2, 0, 0)::equals);
  }

  @Test
  void a_pool_works_on_as_many_requests_as_it_has_threads() {
    RunningApp app =
        start("--concurrency", "pool", "--threads", "2", "--work", "sleep", "--sleep", "500ms");
    sendInTurn(app, 4);

    List<LoggedRequest> logged = app.awaitLogged(4);
    assertThat(LoggedRequest.mostAtOnce(logged)).isEqualTo(2);
    assertThat(LoggedRequest.idsByStart(logged)).containsExactly("1", "2", "3", "4");
  }

  private static String executable() {
    return built.resolve("ratelab-peer-go").toString();
  }
}
