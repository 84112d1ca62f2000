package ratelab.experiments.lab;

import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Scenario;

/** Plays scenarios with processes on this machine. */
public final class LocalLab implements Lab {
  private final LocalLabOptions options;

  /** A lab for one run. */
  public LocalLab(LocalLabOptions options) {
    this.options = options;
  }

  @Override
  public Recording record(Scenario scenario, LabListener listener) {
    throw new LabException("not built yet: " + options.runDirectory() + scenario.name());
  }
}
