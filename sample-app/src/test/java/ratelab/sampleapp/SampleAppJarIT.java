package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one-file jar: what only a process of its own can show. */
class SampleAppJarIT {
  private static final List<String> COMMAND =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-jar",
          "target/ratelab-sample-app.jar");

  @TempDir Path dir;

  private final List<OwnProcess> running = new ArrayList<>();

  @AfterEach
  void stop() {
    running.forEach(OwnProcess::close);
  }

  @Test
  void it_logs_and_counts_and_does_not_complain_about_clients_that_have_gone() {
    OwnProcess app = start("--sleep", "50ms");
    for (String id : List.of("1", "2", "3")) {
      app.send(id).reset();
    }
    app.awaitLogged(3);

    assertThat(app.get("/").body()).isEqualTo("Hello World!");
    assertThat(app.logged())
        .extracting(LoggedRequest::id)
        .containsExactlyInAnyOrder("1", "2", "3", "");
    assertThat(Counts.of(app)).isEqualTo(new Counts(4, 0, 0));
    assertThat(app.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "async"})
  void sigterm_ends_it_within_a_second_in_the_middle_of_its_work(String concurrency) {
    OwnProcess app = start("--concurrency", concurrency, "--sleep", "60s");
    List<RawRequest> requests = List.of(app.send("1"), app.send("2"));
    List<ProcessHandle> sleeps =
        Await.until(
            "spawned sleep",
            () -> app.process().toHandle().children().toList(),
            seen -> !seen.isEmpty());
    long askedNanos = System.nanoTime();

    app.close();

    assertThat(System.nanoTime() - askedNanos).isLessThan(1_000_000_000L);
    assertThat(requests).allSatisfy(request -> assertThat(request.answer()).isEmpty());
    Await.until(
        "end of every sleep",
        () -> sleeps.stream().filter(ProcessHandle::isAlive).count(),
        alive -> alive == 0);
    assertThat(app.complaints()).isEmpty();
  }

  @Test
  void a_usage_error_is_one_message_and_status_2() {
    assertThat(OwnProcess.run(dir, COMMAND, List.of("--port", "http")))
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                ratelab-sample-app: Invalid value for option '--port': 'http' is not an int
                See --help.
                """));
  }

  private OwnProcess start(String... flags) {
    Path log = dir.resolve("handlers.jsonl");
    List<String> args = new ArrayList<>(List.of("--port", "0", "--log", log.toString()));
    args.addAll(List.of(flags));
    OwnProcess app = OwnProcess.start(log, COMMAND, args);
    running.add(app);
    return app;
  }
}
