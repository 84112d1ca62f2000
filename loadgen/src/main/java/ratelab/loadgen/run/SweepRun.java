package ratelab.loadgen.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import ratelab.loadgen.plan.Plan;
import ratelab.loadgen.plan.Sweep;
import ratelab.loadgen.plan.WarmUpChoice;
import ratelab.loadgen.report.JsonReport;
import ratelab.loadgen.report.SweepReport;
import ratelab.loadgen.report.SweepStep;

/** Loads of rising rates, one after the other; each is printed when it is over. */
final class SweepRun {
  /** So many steps beyond the knee in a row: the rest would only be worse. */
  private static final int ENOUGH = 3;

  private final Plan plan;
  private final Sweep sweep;
  private final Terminal terminal;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicBoolean terminated = new AtomicBoolean();
  private final List<SweepStep> steps = new ArrayList<>();

  SweepRun(Plan plan, Sweep sweep, Terminal terminal) {
    this.plan = plan;
    this.sweep = sweep;
    this.terminal = terminal;
  }

  /**
   * Makes all steps, or until a signal or the target ends it.
   *
   * @return whether a request to terminate ended it
   * @throws IOException if the JSON file cannot be written
   */
  boolean drive(Signals signals, String version) throws IOException, InterruptedException {
    terminal.out().print(SweepReport.head());
    WarmUpChoice warmUp = plan.warmUp();
    for (double rate : sweep.ratesPerSecond()) {
      LoadRun run = new LoadRun(plan.at(rate, sweep.step(), warmUp), terminal);
      SweepStep step = new SweepStep(rate, run.drive(remembered(signals)));
      warmUp = new WarmUpChoice.Done();
      if (stopped.get()) {
        break;
      }
      steps.add(step);
      terminal.out().print(SweepReport.line(step));
      terminal.out().flush();
      if (kneeIsPassed()) {
        break;
      }
    }
    terminal.out().print(SweepReport.knee(steps));
    if (plan.outputs().json().isPresent()) {
      Files.writeString(plan.outputs().json().get(), JsonReport.of(steps, version));
    }
    return terminated.get();
  }

  /** A signal between two steps ends the sweep as well as one within a step. */
  private Signals remembered(Signals signals) {
    return (interrupt, terminate) ->
        signals.handle(
            () -> {
              stopped.set(true);
              interrupt.run();
            },
            () -> {
              stopped.set(true);
              terminated.set(true);
              terminate.run();
            });
  }

  private boolean kneeIsPassed() {
    return steps.size() >= ENOUGH
        && steps.subList(steps.size() - ENOUGH, steps.size()).stream()
            .allMatch(SweepStep::isBeyondTheKnee);
  }
}
