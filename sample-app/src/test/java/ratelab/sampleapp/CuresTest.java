package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cures make of requests that wait, seen from outside. */
class CuresTest {
  private static final String REJECTED = "sampleapp_requests_rejected_total";
  private static final String DROPPED = "sampleapp_requests_dropped_total";

  @TempDir Path dir;

  private final List<InProcess> running = new ArrayList<>();

  @AfterEach
  void stop() {
    running.forEach(InProcess::close);
  }

  @Test
  void a_full_queue_turns_requests_away_at_once_until_somebody_has_left() {
    RunningApp app = start("--queue", "1", "--work", "sleep", "--sleep", "3s");
    List<RawRequest> waiting = sendInTurn(app, 2);

    assertThat(app.send("3").answer())
        .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
        .contains("Retry-After: 1\r\n")
        .endsWith("Too many requests wait already.");
    assertThat(Counts.of(app)).isEqualTo(new Counts(0, 1, 1));
    assertThat(app.metric(REJECTED)).isEqualTo(1);

    assertThat(waiting.getFirst().answer()).endsWith("Hello World!");
    RawRequest another = app.send("4");
    assertThat(fates(app, 4))
        .containsExactly("3 rejected: queue", "1 worked", "2 worked", "4 worked");
    assertThat(another.answer()).endsWith("Hello World!");
  }

  @Test
  void a_queue_of_none_takes_only_what_can_be_worked_on_now() {
    RunningApp app =
        start("--queue", "0", "--concurrency", "pool", "--threads", "2", "--sleep", "3s");
    sendInTurn(app, 2);

    assertThat(app.send("3").answer()).startsWith("HTTP/1.1 503 ");
    assertThat(fates(app, 3))
        .containsExactlyInAnyOrder("3 rejected: queue", "1 worked", "2 worked");
  }

  @Test
  void a_request_whose_client_has_gone_is_not_worked_off() {
    RunningApp app = start("--drop", "gone", "--work", "sleep", "--sleep", "2s");
    List<RawRequest> requests = sendInTurn(app, 5);

    requests.get(1).close();
    requests.get(2).reset();
    requests.get(4).close();

    assertThat(fates(app, 5))
        .containsExactly(
            "1 worked", "2 dropped: gone", "3 dropped: gone", "4 worked", "5 dropped: gone");
    assertThat(requests.get(3).answer()).endsWith("Hello World!");
    assertThat(app.metric(DROPPED)).isEqualTo(3);
    assertThat(Counts.of(app)).isEqualTo(new Counts(2, 0, 0));
  }

  @Test
  void dropped_requests_cost_next_to_no_cpu() {
    RunningApp app = start("--drop", "gone", "--work", "burn", "--cpu", "500ms");
    List<RawRequest> requests = sendInTurn(app, 6);
    requests.subList(1, 5).forEach(RawRequest::close);

    List<LoggedRequest> logged = app.awaitLogged(6);
    assertThat(logged.get(5).fate()).isEqualTo("6 worked");
    assertThat(logged.get(5).cpuNanos() - logged.get(0).cpuNanos())
        .isBetween(490_000_000L, 2 * 500_000_000L);
    assertThat(logged.subList(1, 5)).allSatisfy(each -> assertThat(each.millis()).isZero());
  }

  @Test
  void a_client_that_sends_its_next_request_early_has_not_gone() {
    RunningApp app = start("--drop", "gone", "--work", "sleep", "--sleep", "100ms");
    app.send("1");
    Counts.awaitRead(app, 1);
    String request = "GET / HTTP/1.1\r\nHost: test\r\nX-Ratelab-Id: %s\r\n%s\r\n";

    try (RawRequest both =
        RawRequest.send(
            app.url(),
            request.formatted("2", "") + request.formatted("3", "Connection: close\r\n"))) {
      assertThat(both.answer()).contains("Hello World!HTTP/1.1 200 OK").endsWith("Hello World!");
    }
    assertThat(fates(app, 3)).containsExactly("1 worked", "2 worked", "3 worked");
  }

  @Test
  void a_request_whose_deadline_has_passed_is_not_worked_off() {
    RunningApp app = start("--drop", "deadline", "--work", "sleep", "--sleep", "500ms");
    app.send("1");
    Counts.awaitRead(app, 1);
    RawRequest hasty = RawRequest.get(app.url(), "2", deadlineIn(50));
    Counts.awaitRead(app, 2);
    RawRequest patient = RawRequest.get(app.url(), "3", deadlineIn(60_000));
    Counts.awaitRead(app, 3);
    RawRequest silent = app.send("4");

    assertThat(hasty.answer())
        .startsWith("HTTP/1.1 504 Gateway Timeout\r\n")
        .endsWith("Nobody waits for this any more.");
    assertThat(patient.answer()).endsWith("Hello World!");
    assertThat(silent.answer()).endsWith("Hello World!");
    assertThat(fates(app, 4))
        .containsExactly("1 worked", "2 dropped: deadline", "3 worked", "4 worked");
  }

  @Test
  void who_states_no_deadline_gets_that_of_the_server() {
    RunningApp app =
        start("--drop", "deadline", "--deadline", "200ms", "--work", "sleep", "--sleep", "500ms");
    sendInTurn(app, 2);
    RawRequest patient = RawRequest.get(app.url(), "3", deadlineIn(60_000));

    assertThat(patient.answer()).endsWith("Hello World!");
    assertThat(fates(app, 3)).containsExactly("1 worked", "2 dropped: deadline", "3 worked");
  }

  @Test
  void a_deadline_that_is_not_a_time_is_a_bad_request() {
    RunningApp app = start("--drop", "deadline", "--work", "sleep", "--sleep", "1ms");

    assertThat(RawRequest.get(app.url(), "1", "X-Ratelab-Deadline: soon").answer())
        .startsWith("HTTP/1.1 400 Bad Request\r\n")
        .contains("X-Ratelab-Deadline: 'soon' is not a time; write milliseconds since 1970");
    assertThat(app.logged()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--queue 5, rejected, dropped", "--drop gone, dropped, rejected"})
  void a_cure_brings_its_own_counter_and_no_other(String cure, String its, String other) {
    RunningApp app = start(cure.split(" "));

    assertThat(app.get("/metrics").body())
        .contains("\nsampleapp_requests_%s_total 0.0\n".formatted(its))
        .doesNotContain("sampleapp_requests_" + other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "pool", "virtual", "async"})
  void spawned_children_tell_what_they_used(String concurrency) {
    RunningApp app =
        start("--concurrency", concurrency, "--work", "spawn", "--children", "3", "--cpu", "20ms");

    assertThat(app.get("/").body()).isEqualTo("Hello World!");

    LoggedRequest logged = app.logged().getFirst();
    assertThat(logged.childCpuNanos()).isGreaterThanOrEqualTo(60_000_000L);
  }

  private RunningApp start(String... flags) {
    Path log = dir.resolve("handlers.jsonl");
    List<String> args = new ArrayList<>(List.of("--port", "0", "--log", log.toString()));
    args.addAll(List.of(flags));
    InProcess app = InProcess.start(log, args);
    running.add(app);
    return app;
  }

  private static List<RawRequest> sendInTurn(RunningApp app, int count) {
    List<RawRequest> requests = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      requests.add(app.send(String.valueOf(id)));
      Counts.awaitRead(app, id);
    }
    return requests;
  }

  private static List<String> fates(RunningApp app, int count) {
    return app.awaitLogged(count).stream().map(LoggedRequest::fate).toList();
  }

  private static String deadlineIn(long millis) {
    return "X-Ratelab-Deadline: " + Instant.now().plusMillis(millis).toEpochMilli();
  }
}
