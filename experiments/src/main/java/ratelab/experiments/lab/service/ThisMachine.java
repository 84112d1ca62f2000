package ratelab.experiments.lab.service;

import java.time.Duration;
import ratelab.experiments.lab.Apps;
import ratelab.experiments.lab.Lab;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.LocalLab;
import ratelab.experiments.lab.LocalLabOptions;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.OwnService;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeClock;

/** Plays scenarios with processes on this machine: the sample app, or a user's own service. */
public final class ThisMachine implements Lab {
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final LocalLabOptions options;

  /** A lab for one run. */
  public ThisMachine(LocalLabOptions options) {
    this.options = options;
  }

  @Override
  public Recording record(Scenario scenario, LabListener listener) {
    return scenario
        .target()
        .own()
        .map(own -> record(scenario, own, listener))
        .orElseGet(() -> new LocalLab(options).record(scenario, listener));
  }

  private Recording record(Scenario scenario, OwnService own, LabListener listener) {
    Setup setup =
        new Setup(
            Apps.ofThisProcess(),
            new RunDirectory(options.runDirectory().toAbsolutePath()),
            options.prometheus(),
            READY_WITHIN,
            ScrapeClock.system());
    return new ServiceRecorder(setup, options.stopWhenExplained(), LocalServiceStage.setting(own))
        .record(scenario, listener);
  }
}
