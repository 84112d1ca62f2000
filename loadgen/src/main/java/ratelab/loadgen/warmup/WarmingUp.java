package ratelab.loadgen.warmup;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import ratelab.loadgen.engine.Engine;
import ratelab.loadgen.engine.EngineFactory;
import ratelab.loadgen.engine.ExchangeSettings;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.record.WarmUp;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.RequestSource;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.Schedule;

/** A load before the load, which makes the JVM compile what the run needs. Made for one use. */
public final class WarmingUp {
  /** More would only wait for each other on the server's side. */
  private static final int MOST_LOOPBACK_WORKERS = 4;

  private static final Duration LOOPBACK_TIMEOUT = Duration.ofSeconds(2);

  private final EngineFactory engines;
  private volatile Runnable stop = () -> {};
  private volatile boolean stopped;

  /**
   * Sends nothing yet.
   *
   * @param engines makes what is to be warmed
   */
  public WarmingUp(EngineFactory engines) {
    this.engines = engines;
  }

  /**
   * Sends requests like the run's to a server of our own.
   *
   * @param settings of the run
   * @throws IOException if there is no port for the server
   */
  public WarmUp onLoopback(ExchangeSettings settings, int workers, Duration length)
      throws IOException, InterruptedException {
    try (WarmServer server = new WarmServer()) {
      RequestSource requests = redirected(settings.requests(), server.port());
      ExchangeSettings own =
          new ExchangeSettings(
              requests, settings.idHeader(), LOOPBACK_TIMEOUT, false, Access.DIRECT);
      Schedule schedule =
          Schedule.closed(Math.min(workers, MOST_LOOPBACK_WORKERS), new Limit.Period(length));
      long begun = System.nanoTime();
      long sent = drive(own, schedule);
      return new WarmUp.OnLoopback(sent, System.nanoTime() - begun);
    }
  }

  /** Sends the run's own requests to its target. */
  public WarmUp onTarget(ExchangeSettings settings, Schedule schedule, Duration length)
      throws InterruptedException {
    Schedule shorter =
        new Schedule(
            schedule.workers(),
            schedule.mostWorkers(),
            new Limit.Period(length),
            schedule.pace(),
            schedule.spin());
    long begun = System.nanoTime();
    long sent = drive(settings, shorter);
    return new WarmUp.OnTarget(sent, System.nanoTime() - begun);
  }

  private long drive(ExchangeSettings settings, Schedule schedule) throws InterruptedException {
    Recorder recorder = new Recorder(schedule.mostWorkers(), List.of());
    try (Engine engine = engines.engine(schedule, settings, recorder, new RunClock())) {
      stop = engine::abandon;
      if (stopped) {
        engine.abandon();
      }
      engine.drive();
      return engine.sent();
    }
  }

  /** Ends the warm-up at once; any thread may call this. */
  public void stop() {
    stopped = true;
    stop.run();
  }

  /** The run's requests, bent towards the server of our own. */
  private static RequestSource redirected(RequestSource requests, int port) {
    return requests
        .constant()
        .map(request -> RequestSource.always(redirected(request, port)))
        .orElse(new Redirected(requests, port));
  }

  private static Request redirected(Request request, int port) {
    HttpUrl url = request.url().newBuilder().scheme("http").host("127.0.0.1").port(port).build();
    return request.newBuilder().url(url).build();
  }

  private record Redirected(RequestSource requests, int port) implements RequestSource {
    @Override
    public Request request(long number) {
      return redirected(requests.request(number), port);
    }

    @Override
    public Optional<Request> constant() {
      return Optional.empty();
    }
  }
}
