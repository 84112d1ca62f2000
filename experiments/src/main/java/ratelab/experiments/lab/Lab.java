package ratelab.experiments.lab;

import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Scenario;

/** Plays scenarios. */
public interface Lab {
  /**
   * Plays a scenario from its start to its end and leaves nothing running behind.
   *
   * @param scenario what to play, in actual durations
   * @param listener told what happens while it happens
   * @throws LabException if the run could not be made; the message names cause and remedy
   */
  Recording record(Scenario scenario, LabListener listener);
}
