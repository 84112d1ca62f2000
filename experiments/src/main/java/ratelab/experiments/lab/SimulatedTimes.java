package ratelab.experiments.lab;

import java.time.Duration;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.scenario.Disturbance;
import ratelab.experiments.scenario.Disturbance.Anchor;
import ratelab.experiments.scenario.Scenario;

/** When things happen in a simulation. */
record SimulatedTimes(Scenario scenario, Marks marks) {
  /** Until a restarted target is at work again and quiet; as a JVM takes, whatever the speed. */
  static final Duration TARGET_START = Duration.ofMillis(900);

  /** When a disturbance begins, milliseconds since the epoch. */
  long startMillis(Disturbance disturbance) {
    long anchor =
        disturbance.at() == Anchor.LOAD_START ? marks.loadStartMillis() : marks.loadEndMillis();
    return anchor + disturbance.after().toMillis();
  }

  /** When a target that was restarted at an instant is quiet again. */
  long restartedMillis(long startMillis) {
    return startMillis + TARGET_START.toMillis();
  }

  /** When the target's first process began. */
  long firstStartMillis() {
    return marks.idleStartMillis() - TARGET_START.toMillis() - 5000;
  }
}
