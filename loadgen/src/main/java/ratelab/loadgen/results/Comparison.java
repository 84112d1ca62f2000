package ratelab.loadgen.results;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One figure in two runs.
 *
 * @param moreIsBetter as with requests a second
 */
record Comparison(String name, OptionalDouble base, OptionalDouble now, boolean moreIsBetter) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** By how much it got worse, as a share of the base; below 0 if better; empty if not known. */
  OptionalDouble regression() {
    if (base.isEmpty() || now.isEmpty()) {
      return OptionalDouble.empty();
    }
    double before = base.getAsDouble();
    double worse = moreIsBetter ? before - now.getAsDouble() : now.getAsDouble() - before;
    if (before == 0) {
      return OptionalDouble.of(worse > 0 ? Double.POSITIVE_INFINITY : 0);
    }
    return OptionalDouble.of(worse / before);
  }

  /** A line of the table. */
  String line() {
    OptionalDouble regression = regression();
    return "  %s:\t%s\t%s\t%s\n"
        .formatted(name, print(base), print(now), regression.isEmpty() ? "-" : change(regression));
  }

  private String change(OptionalDouble regression) {
    double change = (moreIsBetter ? -1 : 1) * 100 * regression.getAsDouble();
    return String.format(Locale.ROOT, "%+.1f%%", change == 0 ? 0.0 : change);
  }

  private String print(OptionalDouble value) {
    if (value.isEmpty()) {
      return "-";
    }
    return switch (name) {
      case "rps" -> String.format(Locale.ROOT, "%.1f/s", value.getAsDouble());
      case "errors" -> String.format(Locale.ROOT, "%.3f%%", 100 * value.getAsDouble());
      default -> String.format(Locale.ROOT, "%.3f ms", value.getAsDouble() / NANOS_PER_MILLI);
    };
  }
}
