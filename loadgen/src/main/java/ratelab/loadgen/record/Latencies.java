package ratelab.loadgen.record;

import org.HdrHistogram.Histogram;

/**
 * The service times of answered attempts. Count, mean and extremes are exact; ranks are kept to
 * three digits.
 */
public final class Latencies {
  private final Spread spread;
  private final Histogram histogram;

  /**
   * @param histogram of nanoseconds; this object owns it from now on
   */
  Latencies(Spread spread, Histogram histogram) {
    this.spread = spread;
    this.histogram = histogram;
  }

  /** Count, mean and extremes. */
  public Spread spread() {
    return spread;
  }

  /**
   * The duration that this share of the attempts did not exceed, by nearest rank, in nanoseconds.
   *
   * @param percent above 0, up to 100; only for latencies that are not empty
   */
  public long percentileNanos(double percent) {
    long value = histogram.getValueAtPercentile(percent);
    return Math.clamp(value, spread.minNanos(), spread.maxNanos());
  }

  /** How many attempts took at most this long. */
  public long countUpTo(long nanos) {
    return histogram.getCountBetweenValues(0, nanos);
  }

  /** A copy in HdrHistogram's own type, for its log format. */
  public Histogram toHistogram() {
    return histogram.copy();
  }
}
