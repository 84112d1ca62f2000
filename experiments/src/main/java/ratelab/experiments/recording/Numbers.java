package ratelab.experiments.recording;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import ratelab.experiments.rate.Sample;

/**
 * Doubles as the shortest text that reads back to the same bits. Numbers without a fraction have no
 * point; beside them there are {@code NaN}, {@code +Inf}, {@code -Inf} and, for Prometheus' marker
 * of the end of a series, {@code stale}.
 */
final class Numbers {
  /** Beyond this a double no longer holds every whole number. */
  private static final double LARGEST_WHOLE = 1L << 53;

  /** Double.parseDouble takes more, such as {@code 1d} and hexadecimal digits. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private Numbers() {}

  static String text(double value) {
    if (Double.isNaN(value)) return new Sample(0, value).isStale() ? "stale" : "NaN";
    if (Double.isInfinite(value)) return value > 0 ? "+Inf" : "-Inf";
    boolean negativeZero = value == 0 && 1 / value < 0;
    return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE && !negativeZero
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** As {@link #text}, but never with an exponent: for times. */
  static String plain(double value) {
    return decimal(value).toPlainString();
  }

  /** The shortest decimal that reads back to the same bits. */
  static BigDecimal decimal(double value) {
    BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /**
   * Reads what {@link #text} writes.
   *
   * @throws NumberFormatException if it is no number
   */
  static double parse(String text) {
    return switch (text) {
      case "stale" -> Sample.stale(0).value();
      case "NaN" -> Double.NaN;
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> {
        if (!NUMBER.matcher(text).matches()) throw new NumberFormatException(text);
        yield Double.parseDouble(text);
      }
    };
  }
}
