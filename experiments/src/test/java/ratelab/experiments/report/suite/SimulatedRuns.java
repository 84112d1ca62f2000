package ratelab.experiments.report.suite;

import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunInfo;
import ratelab.experiments.scenario.BuiltInScenarios;

/** Runs of the catalogue, played in virtual time. */
final class SimulatedRuns {
  private SimulatedRuns() {}

  static PlayedRun played(String scenario) {
    Recording recording =
        new SimulatedLab(SimulatedWorld.asTheOriginal(1))
            .record(BuiltInScenarios.read(scenario), LabListener.SILENT);
    return new PlayedRun(recording, Analyst.analyse(recording), "");
  }

  /** The same run as one of a lab with a real target tells it. */
  static PlayedRun asLocal(PlayedRun run) {
    Recording old = run.recording();
    RunInfo info =
        new RunInfo(
            old.info().id(),
            "local",
            old.info().targetGroup(),
            old.info().versions(),
            old.info().cpus(),
            old.info().clockTicksPerSecond(),
            old.info().dialect());
    Recording recording = old.with().info(info).build();
    return new PlayedRun(recording, run.analysis(), run.report());
  }
}
