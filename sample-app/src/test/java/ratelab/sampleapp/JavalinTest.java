package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract on Javalin, and what Javalin alone can do. */
class JavalinTest extends AppContract {

  @Override
  String name() {
    return "ratelab-sample-app";
  }

  @Override
  RunningApp start(Path log, List<String> args) {
    return InProcess.start(log, args);
  }

  @Override
  Outcome run(List<String> args) {
    return InProcess.run(args);
  }

  @Override
  Map<String, Object> runtimeInHeader() {
    return Map.of("runtime", "Java " + System.getProperty("java.version"));
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
    assertThat(Counts.of(app)).isEqualTo(new Counts(2, 0, 0));
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

  @ParameterizedTest
  @ValueSource(strings = {"exec", "sleep"})
  void virtual_threads_work_on_all_requests_at_once(String work) {
    RunningApp app = start("--concurrency", "virtual", "--work", work, "--sleep", "2s");
    sendInTurn(app, 4);

    assertThat(LoggedRequest.mostAtOnce(app.awaitLogged(4))).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pool", "virtual", "async"})
  void every_concurrency_burns_the_cpu_that_it_was_told(String concurrency) {
    RunningApp app = start("--concurrency", concurrency, "--work", "burn", "--cpu", "100ms");
    app.get("/");
    app.get("/");

    List<LoggedRequest> logged = app.logged();
    long usedNanos = logged.get(1).cpuNanos() - logged.get(0).cpuNanos();
    assertThat(usedNanos).isGreaterThanOrEqualTo(100_000_000L - 10_000_000L);
  }

  @Test
  void hundreds_of_requests_that_nobody_waits_for_are_all_worked_off() {
    RunningApp app = start("--work", "sleep", "--sleep", "1ms");
    for (int id = 1; id <= 300; id++) {
      app.send(String.valueOf(id)).close();
    }

    assertThat(app.awaitLogged(300)).extracting(LoggedRequest::id).doesNotHaveDuplicates();
    assertThat(app.metric("sampleapp_requests_handled_total")).isEqualTo(300);
  }
}
