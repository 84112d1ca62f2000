package ratelab.experiments.lab;

import java.util.OptionalLong;
import ratelab.experiments.forecast.Forecast;

/**
 * Told what happens in a lab while it happens. Called on the lab's threads, one call at a time:
 * cheap, and without exceptions.
 */
public interface LabListener {
  /** Listens to nothing. */
  LabListener SILENT = new LabListener() {};

  /**
   * A phase begins.
   *
   * @param phase which
   * @param expectedEndMillis when it should end, milliseconds since the epoch, where that is known
   */
  default void phase(LabPhase phase, OptionalLong expectedEndMillis) {}

  /** A forecast was made, at this moment. */
  default void forecast(Forecast forecast) {}

  /** Where the run stands; about every second, oftener in fast runs. */
  default void status(LabStatus status) {}

  /** Something that a reader of the run should know, in one sentence. */
  default void note(String text) {}
}
