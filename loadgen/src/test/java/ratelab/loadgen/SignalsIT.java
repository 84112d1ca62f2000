package ratelab.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.loadgen.server.LoopbackServer;

/** One request is answered, the next ones are left waiting; then the signal comes. */
@Timeout(60)
final class SignalsIT {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final CountDownLatch waiting = new CountDownLatch(2);
  private final CountDownLatch release = new CountDownLatch(1);
  @TempDir private Path directory;
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        new LoopbackServer(
            exchange -> {
              if (exchange.number() > 1) {
                waiting.countDown();
                await(release);
              }
              exchange.answer("200 OK", "Hello World!");
            });
  }

  @AfterEach
  void stop() throws IOException {
    release.countDown();
    server.close();
  }

  @Test
  void the_first_ctrl_c_waits_for_requests_in_flight_and_prints_the_summary() throws Exception {
    try (LoadgenProcess loadgen = load()) {
      loadgen.signal("INT");
      release.countDown();

      assertThat(loadgen.exitCode(DEADLINE)).isZero();
      int sent = server.heads().size();
      assertThat(sent).isGreaterThanOrEqualTo(3);
      assertThat(outcomes()).hasSize(sent).containsOnly("ok");
      assertThat(loadgen.out())
          .contains("  [200]\t" + sent + " responses\n")
          .doesNotContain("In flight");
    }
  }

  @Test
  void the_first_ctrl_c_gives_up_after_the_time_limit() throws Exception {
    try (LoadgenProcess loadgen = load("-t", "1")) {
      loadgen.signal("INT");

      assertThat(loadgen.exitCode(DEADLINE)).isZero();
      assertThat(loadgen.out()).contains("  [200]\t1 responses\n");
      assertThat(outcomes()).hasSize(3).contains("ok");
    }
  }

  @Test
  void the_second_ctrl_c_leaves_at_once() throws Exception {
    try (LoadgenProcess loadgen = load()) {
      assertThat(loadgen.exitCodeUnder("INT", DEADLINE)).isEqualTo(130);
      assertThat(loadgen.out()).isEmpty();
    }
  }

  @Test
  void a_request_to_terminate_prints_the_summary_with_what_was_in_flight() throws Exception {
    try (LoadgenProcess loadgen = load()) {
      loadgen.signal("TERM");

      assertThat(loadgen.exitCode(DEADLINE)).isEqualTo(143);
      assertThat(loadgen.out())
          .contains("  [200]\t1 responses\n")
          .containsPattern("  In flight:\t2 requests, oldest \\d+\\.\\d{4} secs\n");
      assertThat(outcomes()).containsExactly("ok", "in-flight", "in-flight");
      assertThat(loadgen.err()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 0", "TERM, 143"})
  void during_the_warm_up_a_signal_prints_the_summary_of_no_request(String signal, int exitCode)
      throws Exception {
    try (LoadgenProcess loadgen = load("--warmup", "1h")) {
      loadgen.signal(signal);

      assertThat(loadgen.exitCode(DEADLINE)).isEqualTo(exitCode);
      assertThat(loadgen.out())
          .contains("  Requests/sec:\t0.0000\n")
          .containsPattern("  Warm-up:\t3 requests in .* to the target, not counted\n");
      assertThat(outcomes()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 0", "TERM, 143"})
  void between_due_times_a_signal_ends_the_waiting(String signal, int exitCode) throws Exception {
    try (LoadgenProcess loadgen =
        start(
            "--rate",
            "0.001",
            "-z",
            "1h",
            "-c",
            "1",
            "--no-warmup",
            "--record",
            file().toString(),
            server.url("/"))) {
      awaitOneOutcome();
      loadgen.signal(signal);

      assertThat(loadgen.exitCode(DEADLINE)).isEqualTo(exitCode);
      assertThat(loadgen.out()).contains("  [200]\t1 responses\n").doesNotContain("In flight");
    }
  }

  @Test
  void after_the_last_request_was_sent_a_ctrl_c_still_waits_for_its_answer() throws Exception {
    try (LoadgenProcess loadgen = start("-n", "3", "-c", "3", "--no-warmup", server.url("/"))) {
      awaitWaiting(loadgen);
      loadgen.signal("INT");
      release.countDown();

      assertThat(loadgen.exitCode(DEADLINE)).isZero();
      assertThat(loadgen.out()).contains("  [200]\t3 responses\n");
    }
  }

  @Test
  void after_the_last_request_was_sent_a_request_to_terminate_waits_no_more() throws Exception {
    try (LoadgenProcess loadgen =
        start(
            "-n", "3", "-c", "3", "--no-warmup", "--record", file().toString(), server.url("/"))) {
      awaitWaiting(loadgen);
      awaitOneOutcome();
      loadgen.signal("TERM");

      assertThat(loadgen.exitCode(DEADLINE)).isEqualTo(143);
      assertThat(loadgen.out())
          .contains("  [200]\t1 responses\n")
          .contains("  In flight:\t2 requests, oldest ");
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 0", "TERM, 143"})
  void a_sweep_ends_with_its_table_so_far(String signal, int exitCode) throws Exception {
    try (LoadgenProcess loadgen =
        start(
            "--sweep", "rate=100..200:2", "-z", "1h", "-t", "1", "--no-warmup", server.url("/"))) {
      awaitWaiting(loadgen);
      loadgen.signal(signal);

      assertThat(loadgen.exitCode(DEADLINE)).isEqualTo(exitCode);
      assertThat(loadgen.out()).startsWith("\nSweep:\n").endsWith("Knee:\tno step was made\n\n");
    }
  }

  /** A load of two workers, both of which wait for an answer when this returns. */
  private LoadgenProcess load(String... flags) throws Exception {
    List<String> args = new ArrayList<>(List.of(flags));
    args.addAll(List.of("-z", "1h", "-c", "2", "--record", file().toString(), server.url("/")));
    LoadgenProcess loadgen = start(args.toArray(String[]::new));
    awaitWaiting(loadgen);
    return loadgen;
  }

  private LoadgenProcess start(String... args) throws IOException {
    return new LoadgenProcess(directory, args);
  }

  /** The rows go out twice a second. */
  private void awaitOneOutcome() throws Exception {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!Files.exists(file()) || outcomes().isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no row after " + DEADLINE);
      }
      Thread.sleep(10);
    }
  }

  private void awaitWaiting(LoadgenProcess loadgen) throws Exception {
    if (!waiting.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("no load: " + loadgen.err());
    }
  }

  private Path file() {
    return directory.resolve("attempts.csv");
  }

  private List<String> outcomes() throws IOException {
    return Files.readAllLines(file()).stream().skip(2).map(row -> row.split(",", -1)[5]).toList();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
