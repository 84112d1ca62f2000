package ratelab.experiments.rate;

/**
 * CPU that is spent evenly for a while: the counter stands still, grows, and stands still again.
 *
 * @param startMillis when it begins, milliseconds since the epoch
 * @param endMillis when it ends
 * @param perSecond by how much the counter grows meanwhile; for CPU seconds, the cores used
 */
public record Pulse(long startMillis, long endMillis, double perSecond) {
  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Pulse {
    if (endMillis < startMillis) {
      throw new IllegalArgumentException(
          "a pulse from " + startMillis + " ms cannot end at " + endMillis + " ms");
    }
  }

  /** By how much the counter has grown at an instant. */
  public double grownAt(long millis) {
    return perSecond * (Math.clamp(millis, startMillis, endMillis) - startMillis) / 1000;
  }
}
