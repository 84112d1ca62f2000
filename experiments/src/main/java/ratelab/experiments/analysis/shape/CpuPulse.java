package ratelab.experiments.analysis.shape;

/**
 * CPU above idle that was spent evenly for a while, as the finest samples show it: where it began
 * and ended is known to the gap between two of them.
 *
 * @param startFromMillis it began after this sample, milliseconds since the epoch
 * @param startToMillis ... and before this one
 * @param endFromMillis it ended after this sample
 * @param endToMillis ... and before this one
 * @param centreMillis its centre of gravity: half of its CPU time, weighed by distance, lies on
 *     either side
 * @param cores its height above idle
 * @param cpuSeconds CPU time above idle, all of it
 * @param idleCores rate while idle
 * @param spreadShare standard deviation of the rates between the samples inside the pulse, as a
 *     share of its height
 */
public record CpuPulse(
    long startFromMillis,
    long startToMillis,
    long endFromMillis,
    long endToMillis,
    double centreMillis,
    double cores,
    double cpuSeconds,
    double idleCores,
    double spreadShare) {
  /** Beyond this spread of its rates a pulse has no one height that a curve could show. */
  private static final double MOST_SPREAD = 0.25;

  /** Noise from gap to gap evens out; what leans to one side does not. */
  private static final double MOST_LEAN = 1.0 / 50;

  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public CpuPulse {
    if (startFromMillis > startToMillis
        || endFromMillis > endToMillis
        || startFromMillis > endToMillis) {
      throw new IllegalArgumentException("a pulse that ends before it begins");
    }
  }

  /** The middle of where it may have begun. */
  public double startMillis() {
    return (startFromMillis + startToMillis) / 2.0;
  }

  /** The middle of where it may have ended. */
  public double endMillis() {
    return (endFromMillis + endToMillis) / 2.0;
  }

  /** Its length, by the middles; milliseconds. */
  public double lengthMillis() {
    return Math.max(1, endMillis() - startMillis());
  }

  /** By how much its beginning and its end may lie off their middles, together; milliseconds. */
  double blurMillis() {
    return (startToMillis - startFromMillis + endToMillis - endFromMillis) / 2.0;
  }

  /**
   * Whether it has one height. A server that warms up spends more at first, and then the pulse's
   * centre lies before its middle.
   */
  public boolean isEven() {
    return spreadShare <= MOST_SPREAD
        && Math.abs(leanMillis()) <= MOST_LEAN * lengthMillis() + blurMillis() / 2;
  }

  /** How far its centre lies behind the middle between its edges. */
  double leanMillis() {
    return centreMillis - (startMillis() + endMillis()) / 2;
  }
}
