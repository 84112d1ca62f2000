package ratelab.loadgen.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;
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

/** A run of an engine against a server on the loopback, and what its tests ask of it. */
final class EngineRun {
  /** Long enough that on a busy machine only those are timed out that are to be. */
  static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final Recorder recorder;
  private final Engine engine;

  EngineRun(EngineKind kind, ExchangeSettings settings, Schedule schedule) {
    recorder = new Recorder(schedule.workers(), List.of());
    RunClock clock = new RunClock();
    engine = kind.engine(schedule, settings, recorder, clock);
  }

  Engine engine() {
    return engine;
  }

  /** Drives it to its end. */
  Totals totals() throws InterruptedException {
    try (engine) {
      engine.drive();
      return recorder.totals();
    }
  }

  /** Drives it meanwhile. */
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

  static ExchangeSettings settings(String url) {
    return new ExchangeSettings(
        RequestSource.always(get(url)), Optional.empty(), TIMEOUT, true, Access.DIRECT);
  }

  /** Without a time limit. */
  static ExchangeSettings patient(String url) {
    return new ExchangeSettings(
        RequestSource.always(get(url)), Optional.empty(), Duration.ZERO, true, Access.DIRECT);
  }

  static Request get(String url) {
    return new Request.Builder().url(url).build();
  }

  static Schedule requests(long requests, int workers) {
    return Schedule.closed(workers, new Limit.Requests(requests));
  }

  static Schedule paced(int workers, Limit limit, double perSecond) {
    return new Schedule(workers, workers, limit, new Pace.PerWorker(perSecond, OnLate.DROP), true);
  }

  static void hello(Exchange exchange) throws IOException {
    exchange.answer("200 OK", "Hello World!");
  }
}
