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
 * @param sway how unevenly it was spent
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
    Sway sway) {
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
}
