package ratelab.loadgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.record.Totals;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.server.LoopbackServer;

/** When every engine sends, and how it ends. */
@Timeout(60)
@ParameterizedClass
@EnumSource
final class PaceAndEndTest {
  private final EngineKind kind;

  PaceAndEndTest(EngineKind kind) {
    this.kind = kind;
  }

  @Test
  void a_rate_holds_for_all_workers_together() throws Exception {
    try (LoopbackServer server = new LoopbackServer(EngineRun::hello)) {
      Schedule hundredASecond = EngineRun.paced(4, new Limit.Requests(40), 25);
      EngineRun run = new EngineRun(kind, EngineRun.settings(server.url("/")), hundredASecond);

      assertThat(run.totals().outcomes()).isEqualTo(Map.of(Outcome.OK, 40L));
      assertThat(Duration.ofNanos(run.engine().stopNanos()))
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
      Schedule schedule = EngineRun.paced(1, new Limit.Period(Duration.ofSeconds(1)), 10);
      EngineRun run = new EngineRun(kind, EngineRun.settings(server.url("/")), schedule);
      Totals totals = run.totals();

      assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.OK, 1L));
      assertThat(run.engine().stopNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
      assertThat(run.engine().missedTurns()).isEqualTo(9);
    }
  }

  @Test
  void abandoning_reports_what_was_in_flight_and_closes_the_connections() throws Exception {
    CountDownLatch allThere = new CountDownLatch(3);
    try (LoopbackServer server = new LoopbackServer(_ -> allThere.countDown())) {
      ExchangeSettings patient = EngineRun.patient(server.url("/"));
      EngineRun run = new EngineRun(kind, patient, EngineRun.requests(100, 3));
      CompletableFuture<Totals> totals = run.start();
      assertThat(allThere.await(10, TimeUnit.SECONDS)).isTrue();

      run.engine().abandon();

      assertThat(totals.get(10, TimeUnit.SECONDS).outcomes())
          .isEqualTo(Map.of(Outcome.IN_FLIGHT, 3L));
      assertThat(totals.get().inFlight()).extracting("id").containsExactly(1L, 2L, 3L);
      assertThat(server.leftPorts().poll(20, TimeUnit.SECONDS)).isNotNull();
      assertThat(run.engine().sent()).isEqualTo(3);
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
                EngineRun.hello(exchange);
              }
            })) {
      ExchangeSettings patient = EngineRun.patient(server.url("/"));
      EngineRun run = new EngineRun(kind, patient, EngineRun.requests(100, 2));
      CompletableFuture<Totals> totals = run.start();
      assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();

      run.engine().finishWithin(Duration.ofSeconds(3));
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
              EngineRun.hello(exchange);
              first.countDown();
            })) {
      Schedule onceAnHour = EngineRun.paced(2, new Limit.Requests(9), 1 / 3600.0);
      EngineRun run = new EngineRun(kind, EngineRun.settings(server.url("/")), onceAnHour);
      CompletableFuture<Totals> totals = run.start();
      assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();

      run.engine().finishWithin(Duration.ofSeconds(10));

      assertThat(totals.get(10, TimeUnit.SECONDS).outcomes()).isEqualTo(Map.of(Outcome.OK, 1L));
    }
  }

  @Test
  void a_load_that_is_stopped_before_it_starts_sends_nothing() throws Exception {
    try (LoopbackServer server = new LoopbackServer(EngineRun::hello)) {
      EngineRun run =
          new EngineRun(kind, EngineRun.settings(server.url("/")), EngineRun.requests(9, 3));
      run.engine().finishWithin(Duration.ofSeconds(10));

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
}
