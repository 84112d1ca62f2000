package ratelab.loadgen.record;

/** A {@link Spread} that grows, without an object for each duration. */
final class RunningSpread {
  private long count;
  private long sumNanos;
  private long minNanos = Long.MAX_VALUE;
  private long maxNanos;

  void add(long nanos) {
    count++;
    sumNanos += nanos;
    minNanos = Math.min(minNanos, nanos);
    maxNanos = Math.max(maxNanos, nanos);
  }

  void add(RunningSpread other) {
    count += other.count;
    sumNanos += other.sumNanos;
    minNanos = Math.min(minNanos, other.minNanos);
    maxNanos = Math.max(maxNanos, other.maxNanos);
  }

  void reset() {
    count = 0;
    sumNanos = 0;
    minNanos = Long.MAX_VALUE;
    maxNanos = 0;
  }

  Spread spread() {
    return count == 0 ? Spread.EMPTY : new Spread(count, sumNanos, minNanos, maxNanos);
  }
}
