package ratelab.experiments.junit;

import java.nio.file.Path;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.recording.Recording;

/**
 * A run that a test has played.
 *
 * @param recording all that it left behind
 * @param analysis all that is said about it
 * @param report the page that shows it
 */
public record PlayedRun(Recording recording, Analysis analysis, Path report) {
  /** Short, for the first line of AssertJ's messages. */
  @Override
  public String toString() {
    return "run of '" + recording.scenario().name() + "'";
  }
}
