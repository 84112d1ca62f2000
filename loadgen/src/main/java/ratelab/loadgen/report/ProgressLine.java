package ratelab.loadgen.report;

import java.time.Duration;
import java.util.Optional;

/** The line that a terminal shows while the load runs. */
public final class ProgressLine {
  private ProgressLine() {}

  /**
   * The counts of a running load, without a line feed.
   *
   * @param period how long requests are sent; empty when their number is fixed
   */
  public static String of(
      Duration elapsed, Optional<Duration> period, long sent, long answered, long failed) {
    String time =
        elapsed.toSeconds() + " s" + period.map(p -> " of " + p.toSeconds() + " s").orElse("");
    return "%s: %d sent, %d answered, %d failed, %d in flight"
        .formatted(time, sent, answered, failed, sent - answered - failed);
  }
}
