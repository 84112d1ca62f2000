package ratelab.loadgen.run;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import ratelab.loadgen.engine.Engine;
import ratelab.loadgen.engine.ExchangeSettings;
import ratelab.loadgen.plan.Plan;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.record.RunResult;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.RequestSource;

/** One load, from its plan to its result. */
final class LoadRun {
  private static final Duration GRACE_WITHOUT_TIMEOUT = Duration.ofSeconds(20);

  private final Plan plan;
  private final Terminal terminal;
  private final RunClock clock = new RunClock();
  private final ResultFiles files;
  private final Recorder recorder;
  private final Engine engine;
  private final AtomicBoolean terminated = new AtomicBoolean();

  /**
   * @throws IOException if a result file cannot be created, or the engine cannot do what is asked
   */
  LoadRun(Plan plan, Terminal terminal) throws IOException {
    this.plan = plan;
    this.terminal = terminal;
    Engines.Factory factory = Engines.choose(plan, settings(plan));
    files = new ResultFiles(plan.outputs(), terminal, clock);
    recorder = new Recorder(plan.workers(), files.rows());
    engine = factory.engine(recorder, clock);
  }

  private static ExchangeSettings settings(Plan plan) {
    return new ExchangeSettings(
        RequestSource.always(plan.request()),
        plan.idHeader(),
        plan.timeout(),
        plan.followRedirects(),
        Access.DIRECT);
  }

  /** Sends the load; returns when it is over, by schedule or by signal. */
  RunResult drive(Signals signals) throws InterruptedException {
    signals.handle(this::interrupt, this::terminate);
    Progress progress = new Progress(terminal.err(), plan.period(), clock);
    try (Heartbeat _ = new Heartbeat(() -> beat(progress))) {
      engine.drive();
    } finally {
      engine.close();
    }
    long endNanos = clock.elapsedNanos();
    progress.erase();
    return new RunResult(
        new RunResult.Load(
            plan.request().method(),
            plan.request().url().toString(),
            plan.workers(),
            plan.period(),
            plan.timeout()),
        clock.startEpochMicros(),
        Math.min(engine.stopNanos(), endNanos),
        endNanos,
        engine.missedTurns(),
        recorder.totals());
  }

  private void beat(Progress progress) {
    files.flush();
    if (terminal.live()) {
      progress.show(engine, recorder);
    }
  }

  private void interrupt() {
    engine.finishWithin(plan.timeout().isZero() ? GRACE_WITHOUT_TIMEOUT : plan.timeout());
  }

  private void terminate() {
    terminated.set(true);
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
