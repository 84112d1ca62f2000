package ratelab.loadgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
import ratelab.loadgen.schedule.Arrivals;
import ratelab.loadgen.schedule.ConstantRate;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.OnLate;
import ratelab.loadgen.schedule.Pace;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.server.LoopbackServer;

/** What every engine does alike with requests that are due at times of their own. */
@Timeout(60)
@ParameterizedClass
@EnumSource
final class OpenModelTest {
  private final Recorder recorder = new Recorder(8, List.of());
  private final EngineKind kind;

  OpenModelTest(EngineKind kind) {
    this.kind = kind;
  }

  @Test
  void requests_are_sent_on_time_and_exactly_as_many_as_asked_for() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(exchange -> exchange.answer("200 OK", "Hello World!"))) {
      Ran ran = run(server, schedule(4, 4, 200, new Limit.Requests(100), OnLate.QUEUE));

      assertThat(ran.totals.outcomes()).isEqualTo(Map.of(Outcome.OK, 100L));
      assertThat(ran.totals.lateness().spread().count()).isEqualTo(100);
      assertThat(ran.totals.timings().response().spread().count()).isEqualTo(100);
      assertThat(Duration.ofNanos(ran.engine.stopNanos()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(495));
      assertThat(ran.engine.missedTurns()).isZero();
    }
  }

  @Test
  void a_crew_that_may_grow_keeps_the_rate_while_answers_are_slow() throws Exception {
    CountDownLatch six = new CountDownLatch(6);
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              six.countDown();
              awaitAnswerTime(six);
              exchange.answer("200 OK", "");
            })) {
      Ran ran = run(server, schedule(1, 8, 50, new Limit.Requests(6), OnLate.QUEUE));

      assertThat(ran.totals.outcomes()).isEqualTo(Map.of(Outcome.OK, 6L));
      assertThat(ran.engine.workers()).isBetween(6, 8);
    }
  }

  @Test
  void without_a_free_worker_requests_are_sent_late_and_say_so() throws Exception {
    try (LoopbackServer server = slow()) {
      Ran ran = run(server, schedule(1, 1, 100, new Limit.Requests(4), OnLate.QUEUE));

      assertThat(ran.totals.outcomes()).isEqualTo(Map.of(Outcome.OK, 4L));
      // On a busy machine the first one may be late as well.
      assertThat(ran.totals.lateSends()).isBetween(3L, 4L);
      assertThat(Duration.ofNanos(ran.totals.timings().response().spread().maxNanos()))
          .isGreaterThan(Duration.ofMillis(4 * 95 - 30));
    }
  }

  @Test
  void without_a_free_worker_requests_can_be_dropped_instead() throws Exception {
    try (LoopbackServer server = slow()) {
      Ran ran =
          run(server, schedule(1, 1, 100, new Limit.Period(Duration.ofSeconds(1)), OnLate.DROP));

      assertThat(ran.totals.sent() + ran.engine.missedTurns()).isEqualTo(100);
      assertThat(ran.totals.sent()).isBetween(2L, 10L);
      assertThat(ran.totals.lateSends()).isZero();
    }
  }

  @Test
  void what_was_due_before_the_end_and_never_sent_is_counted() throws Exception {
    try (LoopbackServer server = slow()) {
      Ran ran =
          run(server, schedule(1, 1, 100, new Limit.Period(Duration.ofMillis(300)), OnLate.QUEUE));

      assertThat(ran.totals.sent() + ran.engine.missedTurns()).isEqualTo(30);
      assertThat(ran.engine.missedTurns()).isGreaterThan(20);
    }
  }

  private static LoopbackServer slow() throws Exception {
    return new LoopbackServer(
        exchange -> {
          exchange.trickle("HTTP/1.1 200 OK\r\n", Duration.ofMillis(6));
          exchange.write("Content-Length: 0\r\n\r\n");
        });
  }

  private static void awaitAnswerTime(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Schedule schedule(
      int workers, int most, double perSecond, Limit limit, OnLate onLate) {
    Pace pace = new Pace.Open(new ConstantRate(perSecond), new Arrivals.Constant(), onLate);
    return new Schedule(workers, most, limit, pace, true);
  }

  private record Ran(Totals totals, Engine engine) {}

  private Ran run(LoopbackServer server, Schedule schedule) throws InterruptedException {
    ExchangeSettings settings =
        new ExchangeSettings(
            RequestSource.always(new Request.Builder().url(server.url("/")).build()),
            Optional.empty(),
            Duration.ofSeconds(20),
            true,
            Access.DIRECT);
    RunClock clock = new RunClock();
    try (Engine engine = kind.engine(schedule, settings, recorder, clock)) {
      engine.drive();
      return new Ran(recorder.totals(), engine);
    }
  }
}
