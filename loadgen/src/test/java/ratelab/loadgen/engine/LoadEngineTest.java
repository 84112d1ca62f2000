package ratelab.loadgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.record.Totals;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.RequestSource;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.OnLate;
import ratelab.loadgen.schedule.Pace;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.server.Exchange;
import ratelab.loadgen.server.LoopbackServer;

/** What every engine does alike, down to the counts. */
@Timeout(60)
@ParameterizedClass
@EnumSource
final class LoadEngineTest {
  /** Long enough that on a busy machine only those are timed out that are to be. */
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final EngineKind kind;

  LoadEngineTest(EngineKind kind) {
    this.kind = kind;
  }

  @Test
  void every_request_is_in_exactly_one_class_and_the_sum_is_right() throws Exception {
    LoopbackServer.Behaviour badDay =
        exchange -> {
          switch ((int) (exchange.number() % 8)) {
            case 0 -> exchange.answer("200 OK", "Hello World!");
            case 1 -> exchange.answer("503 Busy", "no");
            case 2 -> exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            case 3 -> {
              exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\ncut");
              exchange.close();
            }
            case 4 -> exchange.reset();
            case 5 -> exchange.close();
            case 6 -> {
              exchange.write("I am not HTTP\r\n\r\n");
              exchange.close();
            }
            default -> {
              // Never answered.
            }
          }
        };
    try (LoopbackServer server = new LoopbackServer(badDay)) {
      Totals totals = run(server, 40, 4).totals();

      assertThat(totals.outcomes())
          .isEqualTo(
              Map.of(
                  Outcome.OK, 10L,
                  Outcome.TIMEOUT_RESPONSE, 5L,
                  Outcome.TIMEOUT_BODY, 5L,
                  Outcome.TRUNCATED, 5L,
                  Outcome.RESET, 10L,
                  Outcome.PROTOCOL, 5L));
      assertThat(totals.sent()).isEqualTo(40);
      assertThat(totals.statuses()).isEqualTo(Map.of(200, 5L, 503, 5L));
      assertThat(totals.causes())
          .containsEntry("timeout-response: no answer within 3 s", 5L)
          .containsEntry("timeout-body: answer incomplete after 3 s", 5L)
          .containsEntry("truncated: the connection ended inside the body", 5L)
          .containsEntry("protocol: Unexpected status line: I am not HTTP", 5L);
      assertThat(totals.bytesReceived()).isEqualTo(5 * (12 + 2 + 4 + 3));
      assertThat(totals.bytesAnswered()).isEqualTo(5 * (12 + 2));
      assertThat(server.heads()).hasSize(40);
    }
  }

  @Test
  void a_refused_connection_is_its_own_class() throws Exception {
    String url;
    try (LoopbackServer gone = new LoopbackServer(_ -> {})) {
      url = gone.url("/");
    }

    Totals totals = new Run(settings(url), requests(6, 3)).totals();

    assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.CONNECT, 6L));
    assertThat(totals.causes().firstKey())
        .startsWith("connect: Failed to connect to /127.0.0.1:")
        .endsWith(": Connection refused");
  }

  @Test
  void a_timed_out_request_closes_its_connection_so_that_the_server_can_notice() throws Exception {
    try (LoopbackServer server = new LoopbackServer(_ -> {})) {
      Totals totals = run(server, 4, 2).totals();

      assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.TIMEOUT_RESPONSE, 4L));
      assertThat(server.connections()).isEqualTo(4);
      Set<Integer> left = new TreeSet<>();
      for (int i = 0; i < 4; i++) {
        left.add(server.leftPorts().poll(20, TimeUnit.SECONDS));
      }
      assertThat(left).hasSize(4).doesNotContainNull();
    }
  }

  @Test
  void a_trickling_answer_runs_into_the_limit_of_the_whole_exchange() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
              exchange.trickle("x".repeat(1000), Duration.ofMillis(20));
            })) {
      Totals totals = run(server, 1, 1).totals();

      assertThat(totals.causes())
          .isEqualTo(Map.of("timeout-body: answer incomplete after 3 s", 1L));
      assertThat(totals.bytesReceived()).isBetween(1L, 160L);
      assertThat(server.leftPorts().poll(20, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void without_a_time_limit_a_slow_answer_is_waited_for() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange ->
                exchange.trickle(
                    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", Duration.ofMillis(20)))) {
      ExchangeSettings patient =
          new ExchangeSettings(
              RequestSource.always(get(server.url("/"))),
              Optional.empty(),
              Duration.ZERO,
              true,
              Access.DIRECT);

      assertThat(new Run(patient, requests(1, 1)).totals().outcomes())
          .isEqualTo(Map.of(Outcome.OK, 1L));
    }
  }

  @Test
  void a_chunked_answer_that_ends_early_is_truncated() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
              exchange.write(head + (exchange.number() == 1 ? "4\r\nhalf\r\n" : "zz\r\nhalf\r\n"));
              exchange.close();
            })) {
      assertThat(run(server, 2, 1).totals().outcomes())
          .isEqualTo(Map.of(Outcome.TRUNCATED, 1L, Outcome.PROTOCOL, 1L));
    }
  }

  @Test
  void each_worker_keeps_one_connection() throws Exception {
    try (LoopbackServer server = new LoopbackServer(LoadEngineTest::hello)) {
      assertThat(run(server, 300, 3).totals().outcomes()).isEqualTo(Map.of(Outcome.OK, 300L));
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void connection_close_uses_a_new_connection_for_each_request() throws Exception {
    try (LoopbackServer server = new LoopbackServer(LoadEngineTest::hello)) {
      Request closing = get(server.url("/")).newBuilder().header("Connection", "close").build();
      ExchangeSettings settings =
          new ExchangeSettings(
              RequestSource.always(closing), Optional.empty(), TIMEOUT, true, Access.DIRECT);

      assertThat(new Run(settings, requests(12, 3)).totals().outcomes())
          .isEqualTo(Map.of(Outcome.OK, 12L));
      assertThat(server.connections()).isEqualTo(12);
    }
  }

  @Test
  void a_server_of_http_1_0_that_closes_after_each_answer_causes_no_errors() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              exchange.write("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi");
              exchange.close();
            })) {
      assertThat(run(server, 20, 2).totals().outcomes()).isEqualTo(Map.of(Outcome.OK, 20L));
    }
  }

  @Test
  void a_connection_that_the_server_closed_while_idle_is_not_used_again() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              exchange.answer("200 OK", "hi");
              exchange.close();
            })) {
      Schedule slow = paced(1, new Limit.Requests(2), 0.5);

      assertThat(new Run(settings(server.url("/")), slow).totals().outcomes())
          .isEqualTo(Map.of(Outcome.OK, 2L));
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_503_with_retry_after_zero_is_not_sent_again() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange ->
                exchange.write(
                    "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"))) {
      assertThat(run(server, 5, 1).totals().statuses()).isEqualTo(Map.of(503, 5L));
      assertThat(server.heads()).hasSize(5);
    }
  }

  @Test
  void redirects_are_followed_inside_one_attempt_up_to_ten() throws Exception {
    try (LoopbackServer server = new LoopbackServer(LoadEngineTest::redirectDown)) {
      assertThat(new Run(settings(server.url("/10")), requests(1, 1)).totals().statuses())
          .isEqualTo(Map.of(200, 1L));
      assertThat(server.heads()).hasSize(11);
      assertThat(new Run(settings(server.url("/11")), requests(1, 1)).totals().causes())
          .isEqualTo(Map.of("protocol: more than 10 redirects", 1L));
    }
  }

  @Test
  void a_redirect_can_be_the_answer() throws Exception {
    try (LoopbackServer server = new LoopbackServer(LoadEngineTest::redirectDown)) {
      ExchangeSettings settings =
          new ExchangeSettings(
              RequestSource.always(get(server.url("/3"))),
              Optional.empty(),
              TIMEOUT,
              false,
              Access.DIRECT);

      assertThat(new Run(settings, requests(2, 1)).totals().statuses()).isEqualTo(Map.of(302, 2L));
    }
  }

  @Test
  void each_request_carries_its_number() throws Exception {
    try (LoopbackServer server = new LoopbackServer(LoadEngineTest::hello)) {
      ExchangeSettings settings =
          new ExchangeSettings(
              RequestSource.always(get(server.url("/"))),
              Optional.of("X-Ratelab-Id"),
              TIMEOUT,
              true,
              Access.DIRECT);
      new Run(settings, requests(40, 4)).totals();

      assertThat(
              server.heads().stream()
                  .flatMap(String::lines)
                  .filter(line -> line.startsWith("X-Ratelab-Id: ")))
          .containsExactlyInAnyOrderElementsOf(
              LongStream.rangeClosed(1, 40).mapToObj(id -> "X-Ratelab-Id: " + id).toList());
    }
  }

  @Test
  void a_rate_holds_for_all_workers_together() throws Exception {
    try (LoopbackServer server = new LoopbackServer(LoadEngineTest::hello)) {
      Schedule hundredASecond = paced(4, new Limit.Requests(40), 25);
      Run run = new Run(settings(server.url("/")), hundredASecond);

      assertThat(run.totals().outcomes()).isEqualTo(Map.of(Outcome.OK, 40L));
      assertThat(Duration.ofNanos(run.engine.stopNanos()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(390));
    }
  }

  @Test
  void a_period_waits_for_the_requests_in_flight_and_counts_missed_turns() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange ->
                exchange.trickle(
                    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", Duration.ofMillis(30)))) {
      Schedule schedule = paced(1, new Limit.Period(Duration.ofSeconds(1)), 10);
      Run run = new Run(settings(server.url("/")), schedule);
      Totals totals = run.totals();

      assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.OK, 1L));
      assertThat(run.engine.stopNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
      assertThat(run.engine.missedTurns()).isEqualTo(9);
    }
  }

  @Test
  void abandoning_reports_what_was_in_flight_and_closes_the_connections() throws Exception {
    CountDownLatch allThere = new CountDownLatch(3);
    try (LoopbackServer server = new LoopbackServer(_ -> allThere.countDown())) {
      ExchangeSettings patient =
          new ExchangeSettings(
              RequestSource.always(get(server.url("/"))),
              Optional.empty(),
              Duration.ZERO,
              true,
              Access.DIRECT);
      Run run = new Run(patient, requests(100, 3));
      CompletableFuture<Totals> totals = run.start();
      assertThat(allThere.await(10, TimeUnit.SECONDS)).isTrue();

      run.engine.abandon();

      assertThat(totals.get(10, TimeUnit.SECONDS).outcomes())
          .isEqualTo(Map.of(Outcome.IN_FLIGHT, 3L));
      assertThat(totals.get().inFlight()).extracting("id").containsExactly(1L, 2L, 3L);
      assertThat(server.leftPorts().poll(20, TimeUnit.SECONDS)).isNotNull();
      assertThat(run.engine.sent()).isEqualTo(3);
    }
  }

  @Test
  void finishing_waits_for_answers_within_the_grace_and_gives_up_after_it() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch finish = new CountDownLatch(1);
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              both.countDown();
              await(finish);
              if (exchange.number() == 1) {
                hello(exchange);
              }
            })) {
      ExchangeSettings patient =
          new ExchangeSettings(
              RequestSource.always(get(server.url("/"))),
              Optional.empty(),
              Duration.ZERO,
              true,
              Access.DIRECT);
      Run run = new Run(patient, requests(100, 2));
      CompletableFuture<Totals> totals = run.start();
      assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();

      run.engine.finishWithin(Duration.ofSeconds(3));
      finish.countDown();

      assertThat(totals.get(10, TimeUnit.SECONDS).outcomes())
          .isEqualTo(Map.of(Outcome.OK, 1L, Outcome.IN_FLIGHT, 1L));
    }
  }

  @Test
  void finishing_wakes_workers_that_wait_for_their_turn() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              hello(exchange);
              first.countDown();
            })) {
      Schedule onceAnHour = paced(2, new Limit.Requests(9), 1 / 3600.0);
      Run run = new Run(settings(server.url("/")), onceAnHour);
      CompletableFuture<Totals> totals = run.start();
      assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();

      run.engine.finishWithin(Duration.ofSeconds(10));

      assertThat(totals.get(10, TimeUnit.SECONDS).outcomes()).isEqualTo(Map.of(Outcome.OK, 1L));
    }
  }

  @Test
  void a_load_that_is_stopped_before_it_starts_sends_nothing() throws Exception {
    try (LoopbackServer server = new LoopbackServer(LoadEngineTest::hello)) {
      Run run = new Run(settings(server.url("/")), requests(9, 3));
      run.engine.finishWithin(Duration.ofSeconds(10));

      assertThat(run.totals().sent()).isZero();
      assertThat(server.heads()).isEmpty();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void hello(Exchange exchange) throws IOException {
    exchange.answer("200 OK", "Hello World!");
  }

  /** GET /3 leads to /2 and so on to /0, which answers. */
  private static void redirectDown(Exchange exchange) throws IOException {
    int left = Integer.parseInt(exchange.head().split("[ /]+", 3)[1]);
    if (left == 0) {
      hello(exchange);
    } else {
      exchange.write(
          "HTTP/1.1 302 Found\r\nLocation: /" + (left - 1) + "\r\nContent-Length: 0\r\n\r\n");
    }
  }

  private static Schedule paced(int workers, Limit limit, double perSecond) {
    return new Schedule(workers, workers, limit, new Pace.PerWorker(perSecond, OnLate.DROP), true);
  }

  private Run run(LoopbackServer server, long requests, int workers) {
    return new Run(settings(server.url("/")), requests(requests, workers));
  }

  private static ExchangeSettings settings(String url) {
    return new ExchangeSettings(
        RequestSource.always(get(url)), Optional.empty(), TIMEOUT, true, Access.DIRECT);
  }

  private static Request get(String url) {
    return new Request.Builder().url(url).build();
  }

  private static Schedule requests(long requests, int workers) {
    return Schedule.closed(workers, new Limit.Requests(requests));
  }

  private final class Run {
    private final Recorder recorder;
    private final Engine engine;

    Run(ExchangeSettings settings, Schedule schedule) {
      recorder = new Recorder(schedule.workers(), List.of());
      RunClock clock = new RunClock();
      engine = kind.engine(schedule, settings, recorder, clock);
    }

    Totals totals() throws InterruptedException {
      try (engine) {
        engine.drive();
        return recorder.totals();
      }
    }

    CompletableFuture<Totals> start() {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              return totals();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
    }
  }
}
