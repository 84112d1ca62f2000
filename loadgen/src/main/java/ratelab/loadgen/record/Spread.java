package ratelab.loadgen.record;

/** Exact count, sum and extremes of some durations in nanoseconds; extremes are 0 while empty. */
public record Spread(long count, long sumNanos, long minNanos, long maxNanos) {
  /** No durations yet. */
  public static final Spread EMPTY = new Spread(0, 0, 0, 0);

  /** With one more duration. */
  public Spread with(long nanos) {
    return plus(new Spread(1, nanos, nanos, nanos));
  }

  /** Both together. */
  public Spread plus(Spread other) {
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    return new Spread(
        count + other.count,
        sumNanos + other.sumNanos,
        Math.min(minNanos, other.minNanos),
        Math.max(maxNanos, other.maxNanos));
  }

  /** The mean in nanoseconds; only for a spread that is not empty. */
  public double meanNanos() {
    return (double) sumNanos / count;
  }
}
