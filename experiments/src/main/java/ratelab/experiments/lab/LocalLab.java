package ratelab.experiments.lab;

import java.time.Duration;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingException;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeClock;

/** Plays scenarios with processes on this machine. */
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
    try {
      return play(scenario, listener).recording();
    } catch (RecordingException e) {
      throw new LabException(e.getMessage(), e);
    }
  }

  /** Plays and stops everything; only then have all processes written what they know. */
  private Collection play(Scenario scenario, LabListener listener) {
    ScrapeClock clock = ScrapeClock.system();
    RunDirectory run = new RunDirectory(options.runDirectory().toAbsolutePath());
    Setup setup = new Setup(apps, run, options.prometheus(), readyWithin, clock);
    RunWatch watch = new RunWatch(clock, listener, scenario.scrapeInterval());
    watch.enter(LabPhase.STARTING);
    try (Lifetime lifetime = new Lifetime()) {
      Stage stage = Stage.set(lifetime, setup, scenario, listener);
      RunEnd end = new RunEnd(scenario, options.stopWhenExplained());
      RunOutcome outcome = new LocalRun(stage, setup, scenario, end, watch, listener).play();
      watch.enter(LabPhase.STOPPING);
      return new Collection(stage, run, outcome);
    }
  }
}
