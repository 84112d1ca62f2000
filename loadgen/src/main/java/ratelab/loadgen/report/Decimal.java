package ratelab.loadgen.report;

import java.util.Locale;

/** Numbers as hey prints them, whatever the machine's language. */
final class Decimal {
  private static final double NANOS_PER_SECOND = 1e9;

  private Decimal() {}

  /** Four decimals. */
  static String text(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** A duration with its unit, like {@code 0.5000 secs}. */
  static String secs(double nanos) {
    return text(seconds(nanos)) + " secs";
  }

  static double seconds(double nanos) {
    return nanos / NANOS_PER_SECOND;
  }
}
