package ratelab.experiments.analysis;

import java.util.OptionalLong;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.scenario.Cause;

/**
 * Names the cause of a late curve. It is told nothing: it sees the CPU samples, the load's marks
 * and the load's counts; scenario, server configuration and handler log are withheld.
 */
final class Attribution {
  private Attribution() {}

  /**
   * The cause.
   *
   * @param signal the CPU samples
   * @param marks when the load began and ended
   * @param load its counts
   */
  static Cause of(Signal signal, Marks marks, LoadResult load) {
    OptionalLong seen = signal.lastBusyMillis(marks.loadStartMillis(), marks.endMillis());
    if (seen.isEmpty()) {
      return Cause.UNKNOWN;
    }
    // The scrape after the load's end may still show CPU from before it; a later one may not.
    long firstScrapeAfter =
        signal
            .track()
            .atOrAfter(marks.loadEndMillis())
            .map(s -> s.timestampMillis())
            .orElse(Long.MAX_VALUE);
    if (seen.getAsLong() <= firstScrapeAfter) {
      return Cause.WINDOW_ONLY;
    }
    return load.timedOut() + load.inFlightAtEnd() > 0 ? Cause.BACKLOG : Cause.UNKNOWN;
  }
}
