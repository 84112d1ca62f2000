package ratelab.experiments.lab;

import java.util.Optional;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingException;
import ratelab.experiments.scenario.Scenario;

/**
 * A run in the world: sets a stage, plays the scenario on it, ends everything, and then reads what
 * the members of the stage have written down.
 */
public final class StagedRun {
  private final Setup setup;
  private final boolean stopWhenExplained;
  private final Setting setting;

  /** Sets a stage. */
  @FunctionalInterface
  public interface Setting {
    /**
     * Starts everything and waits until it is ready.
     *
     * @param lifetime closes it, in reverse order
     * @throws LabException if something cannot be started
     */
    Stage set(Lifetime lifetime, Setup setup, Scenario scenario, LabListener listener);
  }

  /**
   * @param stopWhenExplained whether to end when the shortest visible window has returned
   */
  public StagedRun(Setup setup, boolean stopWhenExplained, Setting setting) {
    this.setup = setup;
    this.stopWhenExplained = stopWhenExplained;
    this.setting = setting;
  }

  /**
   * Plays a scenario.
   *
   * @throws LabException if the run could not be made
   */
  public Recording record(Scenario scenario, LabListener listener) {
    try {
      return play(scenario, listener).recording();
    } catch (RecordingException e) {
      throw new LabException(e.getMessage(), e);
    }
  }

  /** Nothing is done to a run whose scenario does not say so. */
  private Optional<Disturber> disturber(
      Stage stage, Scenario scenario, Lifetime lifetime, RunWatch watch) {
    return scenario.disturbances().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Disturber(scenario, stage.interventions(scenario, lifetime, watch), setup.clock()));
  }

  /** Plays and stops everything; only then has everybody written what they know. */
  private Collection play(Scenario scenario, LabListener listener) {
    RunWatch watch = new RunWatch(setup.clock(), listener, scenario.scrapeInterval());
    watch.enter(LabPhase.STARTING);
    try (Lifetime lifetime = new Lifetime()) {
      Stage stage = setting.set(lifetime, setup, scenario, listener);
      RunEnd end = new RunEnd(scenario, stopWhenExplained);
      Optional<Disturber> disturber = disturber(stage, scenario, lifetime, watch);
      RunOutcome outcome =
          new LocalRun(stage, setup, scenario, end, watch, listener, disturber).play();
      watch.enter(LabPhase.STOPPING);
      return new Collection(stage, setup.run(), outcome);
    }
  }
}
