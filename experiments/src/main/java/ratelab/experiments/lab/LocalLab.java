package ratelab.experiments.lab;

import java.time.Duration;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeClock;

/** Plays scenarios on the sample app with processes on this machine. */
public final class LocalLab implements Lab {
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final LocalLabOptions options;
  private final Apps apps;
  private final Duration readyWithin;

  /** A lab for one run. */
  public LocalLab(LocalLabOptions options) {
    this(options, Apps.ofThisProcess(), READY_WITHIN);
  }

  LocalLab(LocalLabOptions options, Apps apps, Duration readyWithin) {
    this.options = options;
    this.apps = apps;
    this.readyWithin = readyWithin;
  }

  @Override
  public Recording record(Scenario scenario, LabListener listener) {
    RunDirectory run = new RunDirectory(options.runDirectory().toAbsolutePath());
    Setup setup = new Setup(apps, run, options.prometheus(), readyWithin, ScrapeClock.system());
    return new StagedRun(setup, options.stopWhenExplained(), LocalStage::set)
        .record(scenario, listener);
  }
}
