package ratelab.experiments.rate;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * The instants at which a range query is evaluated: start, start + step, ... up to the end.
 *
 * @param startMillis the first instant, milliseconds since the epoch
 * @param endMillis no instant is later; milliseconds since the epoch
 * @param step a positive whole number of milliseconds
 */
public record Steps(long startMillis, long endMillis, Duration step) {
  /**
   * @throws IllegalArgumentException if the end is before the start, or Prometheus cannot say the
   *     step
   */
  public Steps {
    PromDuration.checked(step);
    if (endMillis < startMillis) {
      throw new IllegalArgumentException(
          "the last step, " + endMillis + " ms, is before the first, " + startMillis + " ms");
    }
  }

  /** The instants, in order. */
  public LongStream timesMillis() {
    long stepMillis = step.toMillis();
    return LongStream.rangeClosed(0, (endMillis - startMillis) / stepMillis)
        .map(i -> startMillis + i * stepMillis);
  }
}
