package ratelab.experiments.lab.service;

import java.time.Duration;
import java.util.function.Function;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LoadReport;
import ratelab.experiments.lab.Member;
import ratelab.experiments.lab.RunWatch;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.lab.Stage.RunningLoad;
import ratelab.experiments.scenario.Load;

/** The lab's own load generator, in a process or in a container. */
public final class LabsLoad implements ServiceLoad {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Function<Load, RunningLoad> starter;
  private final Setup setup;
  private final RunWatch watch;

  /**
   * @param starter starts it
   */
  public LabsLoad(Function<Load, RunningLoad> starter, Setup setup, RunWatch watch) {
    this.starter = starter;
    this.setup = setup;
    this.watch = watch;
  }

  @Override
  public LoadReport run(Load load) {
    Duration atMost = load.duration().plus(load.timeout()).multipliedBy(2).plus(PATIENCE);
    try (RunningLoad running = starter.apply(load)) {
      int status = awaitEnd(watch, running.process(), atMost);
      if (status != 0) {
        throw new LabException(
            "the load generator ended with status "
                + status
                + "; "
                + running.process().lastWords());
      }
      running.collect();
      return LoadReport.read(setup.run().loadJson());
    }
  }

  /** Waits for the end of a load; returns its exit status. */
  static int awaitEnd(RunWatch watch, Member process, Duration atMost) {
    return watch.until(
        "the end of the load",
        atMost,
        () ->
            process.exitStatus().isPresent()
                ? new Seen<>(process.exitStatus().getAsInt())
                : new NotYet<>(process.lastWords()));
  }
}
