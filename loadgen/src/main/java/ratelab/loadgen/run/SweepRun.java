package ratelab.loadgen.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import ratelab.loadgen.plan.Plan;
import ratelab.loadgen.plan.Sweep;
import ratelab.loadgen.plan.WarmUpChoice;
import ratelab.loadgen.report.JsonReport;
import ratelab.loadgen.report.SweepReport;
import ratelab.loadgen.report.SweepStep;

/** Loads of rising rates, one after the other; each is printed when it is over. */
final class SweepRun {
  /** Two steps beyond the knee in a row: the rest would only be worse. */
  private static final int ENOUGH = 2;

  private final Plan plan;
  private final Sweep sweep;
  private final Terminal terminal;
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
    boolean terminated = false;
    for (double rate : sweep.ratesPerSecond()) {
      LoadRun run = new LoadRun(plan.at(rate, sweep.step(), warmUp), terminal);
      SweepStep step = new SweepStep(rate, run.drive(signals));
      warmUp = new WarmUpChoice.Done();
      terminated = run.terminated();
      if (run.stoppedEarly()) {
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
    return terminated;
  }

  private boolean kneeIsPassed() {
    return steps.size() >= ENOUGH
        && steps.subList(steps.size() - ENOUGH, steps.size()).stream()
            .allMatch(SweepStep::isBeyondTheKnee);
  }
}
