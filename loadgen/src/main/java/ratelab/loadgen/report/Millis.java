package ratelab.loadgen.report;

import java.util.Locale;

/** Durations in our own lines, where hey's tenths of a millisecond are too coarse. */
final class Millis {
  private static final double NANOS_PER_MILLI = 1e6;

  private Millis() {}

  /** Like {@code 0.123 ms}. */
  static String text(long nanos) {
    return String.format(Locale.ROOT, "%.3f ms", (double) nanos / NANOS_PER_MILLI);
  }
}
