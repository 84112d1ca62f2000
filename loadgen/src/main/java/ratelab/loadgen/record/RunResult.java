package ratelab.loadgen.record;

import java.time.Duration;
import java.util.Optional;

/**
 * A finished run: what was asked for, when it ran, and what came of it. Times are nanoseconds since
 * the start.
 *
 * @param startEpochMicros the start, in microseconds since the epoch
 * @param stopNanos when issuing ended
 * @param endNanos when the last request had ended or was given up
 * @param missedTurns turns of a schedule that passed without a free worker, and were never used
 */
public record RunResult(
    Load load,
    long startEpochMicros,
    long stopNanos,
    long endNanos,
    long missedTurns,
    Generator generator,
    Totals totals) {

  /**
   * What was asked for.
   *
   * @param period how long to issue requests; empty when a number of requests was given
   * @param timeout of each request; zero for none
   */
  public record Load(
      String method, String url, int workers, Optional<Duration> period, Duration timeout) {}
}
