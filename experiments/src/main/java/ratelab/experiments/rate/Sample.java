package ratelab.experiments.rate;

/**
 * One value of a series at one instant.
 *
 * @param timestampMillis when the value was true: milliseconds since the epoch
 * @param value the sampled value, in the series' own unit
 */
public record Sample(long timestampMillis, double value) {
  /**
   * The NaN that Prometheus stores where a series ends: its target or its process has gone. Told
   * apart from other NaNs by its bits (prometheus model/value/value.go, {@code StaleNaN}).
   */
  private static final long STALE_BITS = 0x7ff0_0000_0000_0002L;

  /** A marker that the series ended at this instant; range functions skip it. */
  public static Sample stale(long timestampMillis) {
    return new Sample(timestampMillis, Double.longBitsToDouble(STALE_BITS));
  }

  /** Whether this is a stale marker and not a value. */
  public boolean isStale() {
    return Double.doubleToRawLongBits(value) == STALE_BITS;
  }
}
