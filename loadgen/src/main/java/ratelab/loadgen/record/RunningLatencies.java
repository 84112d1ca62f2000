package ratelab.loadgen.record;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** {@link Latencies} that grow; they take no memory before the first duration. */
final class RunningLatencies {
  /** Finer than any network, and coarse enough for small tables. */
  private static final long LOWEST_NANOS = 1000;

  private static final int DIGITS = 3;

  private final RunningSpread spread = new RunningSpread();
  private @Nullable Histogram histogram;

  void add(long nanos) {
    spread.add(nanos);
    table().recordValue(nanos);
  }

  void add(RunningLatencies other) {
    Histogram added = other.histogram;
    if (added != null && added.getTotalCount() > 0) {
      spread.add(other.spread);
      table().add(added);
    }
  }

  void reset() {
    spread.reset();
    if (histogram != null) {
      histogram.reset();
    }
  }

  private Histogram table() {
    Histogram table = histogram;
    if (table == null) {
      table = empty();
      histogram = table;
    }
    return table;
  }

  private static Histogram empty() {
    Histogram table = new Histogram(LOWEST_NANOS, 2 * LOWEST_NANOS, DIGITS);
    table.setAutoResize(true);
    return table;
  }

  Latencies latencies() {
    return new Latencies(spread.spread(), histogram == null ? empty() : histogram.copy());
  }
}
