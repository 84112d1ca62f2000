package ratelab.loadgen.run;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import ratelab.loadgen.engine.Engine;
import ratelab.loadgen.engine.ExchangeSettings;
import ratelab.loadgen.metrics.MetricsServer;
import ratelab.loadgen.plan.Plan;
import ratelab.loadgen.plan.WarmUpChoice;
import ratelab.loadgen.record.Generator;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.record.RunResult;
import ratelab.loadgen.record.WarmUp;
import ratelab.loadgen.warmup.WarmingUp;

/** One load, from its plan to its result. */
final class LoadRun {
  private static final Duration GRACE_WITHOUT_TIMEOUT = Duration.ofSeconds(20);

  /** Rows go out twice a second, the line is drawn once: its percentiles are of a whole second. */
  private static final int BEATS_PER_LINE = 2;

  private final Plan plan;
  private final Terminal terminal;
  private final RunClock clock = new RunClock();
  private final ExchangeSettings settings;
  private final ResultFiles files;
  private final Recorder recorder;
  private final Engines engines;
  private final Engine engine;
  private final WarmingUp warmingUp;
  private int beats;
  private final AtomicBoolean terminated = new AtomicBoolean();

  /**
   * @throws IOException if a result file cannot be created, or the engine cannot do what is asked
   */
  LoadRun(Plan plan, Terminal terminal) throws IOException {
    this.plan = plan;
    this.terminal = terminal;
    settings =
        new ExchangeSettings(
            plan.requests(),
            plan.idHeader(),
            plan.timeout(),
            plan.followRedirects(),
            plan.access());
    engines = Engines.choose(plan, settings);
    engines.remark().ifPresent(remark -> terminal.err().println("loadgen: " + remark));
    files = new ResultFiles(plan.outputs(), terminal, clock);
    recorder = new Recorder(plan.workers(), files.rows());
    engine = engines.factory().engine(plan.schedule(), settings, recorder, clock);
    warmingUp = new WarmingUp(engines.factory());
  }

  /**
   * Sends the load; returns when it is over, by schedule or by signal.
   *
   * @throws IOException if the generator could not be warmed, or the port for metrics is taken
   */
  RunResult drive(Signals signals) throws IOException, InterruptedException {
    signals.handle(this::interrupt, this::terminate);
    WarmUp warmUp = warmUp();
    Progress progress = new Progress(terminal.err(), plan.period(), clock);
    OwnCostMeter meter = new OwnCostMeter(!(warmUp instanceof WarmUp.Cold));
    try (Closing _ = metrics();
        Heartbeat _ = new Heartbeat(() -> beat(progress));
        Closing _ = graceWatch()) {
      engine.drive();
    } finally {
      engine.close();
    }
    long endNanos = clock.elapsedNanos();
    progress.erase();
    return new RunResult(
        new RunResult.Load(
            plan.method(), plan.url(), plan.workers(), plan.period(), plan.timeout()),
        clock.startEpochMicros(),
        Math.min(engine.stopNanos(), endNanos),
        endNanos,
        engine.missedTurns(),
        new Generator(
            engines.name(),
            Models.describe(plan.schedule()),
            engine.workers(),
            warmUp,
            meter.cost()),
        recorder.totals());
  }

  private Closing metrics() throws IOException {
    return plan.outputs().metricsPort().isPresent()
        ? new MetricsServer(plan.outputs().metricsPort().getAsInt(), engine, recorder)::close
        : () -> {};
  }

  private Closing graceWatch() {
    return plan.grace().isPresent()
        ? new GraceWatch(engine, clock, plan.grace().get())::close
        : () -> {};
  }

  /** Closes without an exception. */
  private interface Closing extends AutoCloseable {
    @Override
    void close();
  }

  private WarmUp warmUp() throws IOException, InterruptedException {
    return switch (plan.warmUp()) {
      case WarmUpChoice.None _ -> new WarmUp.Cold();
      case WarmUpChoice.Done _ -> new WarmUp.Earlier();
      case WarmUpChoice.OnLoopback(Duration length) ->
          warmingUp.onLoopback(settings, plan.workers(), length);
      case WarmUpChoice.OnTarget(Duration length) ->
          warmingUp.onTarget(settings, plan.schedule(), length);
    };
  }

  private void beat(Progress progress) {
    files.flush();
    beats++;
    if (terminal.live() && beats % BEATS_PER_LINE == 0) {
      progress.show(engine, recorder);
    }
  }

  private void interrupt() {
    warmingUp.stop();
    engine.finishWithin(
        plan.grace().orElse(plan.timeout().isZero() ? GRACE_WITHOUT_TIMEOUT : plan.timeout()));
  }

  private void terminate() {
    terminated.set(true);
    warmingUp.stop();
    engine.abandon();
  }

  /** Whether a request to terminate ended the load. */
  boolean terminated() {
    return terminated.get();
  }

  /**
   * Completes the files.
   *
   * @throws IOException if one of them could not be written
   */
  void complete(RunResult result, String version) throws IOException {
    files.complete(result, version);
  }
}
