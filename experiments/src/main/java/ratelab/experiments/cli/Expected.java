package ratelab.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.recording.RecordingException;
import ratelab.experiments.scenario.ScenarioException;

/** Tells failures of the world and of the input, which explain themselves, from defects. */
final class Expected {
  private Expected() {}

  static boolean is(Throwable e) {
    return e instanceof LabException
        || e instanceof ScenarioException
        || e instanceof RecordingException
        || e instanceof IOException
        || e instanceof UncheckedIOException;
  }
}
