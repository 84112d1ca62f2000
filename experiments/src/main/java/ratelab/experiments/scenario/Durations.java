package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations in Go's syntax, as hey and Prometheus write them: {@code 5s}, {@code 1m30s}, {@code
 * 250ms}.
 */
public final class Durations {
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h)");

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException if the text is no duration; the message says what one looks
   *     like
   */
  public static Duration parse(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    Matcher part = PART.matcher(text);
    double nanos = 0;
    int end = 0;
    while (part.find() && part.start() == end) {
      nanos += Double.parseDouble(part.group(1)) * nanosPer(part.group(2));
      end = part.end();
    }
    if (end == 0 || end != text.length() || nanos > Long.MAX_VALUE) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a duration; write it like 5s, 250ms or 1m30s");
    }
    return Duration.ofNanos(Math.round(nanos));
  }

  /** Prints a duration so that {@link #parse} reads the same one: {@code 1m30s}, {@code 7.5s}. */
  public static String print(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return plain(duration.toNanos() / 1e6) + "ms";
    }
    long hours = duration.toHours();
    int minutes = duration.toMinutesPart();
    double seconds = duration.toSecondsPart() + duration.toNanosPart() / 1e9;
    return (hours > 0 ? hours + "h" : "")
        + (minutes > 0 ? minutes + "m" : "")
        + (seconds > 0 ? plain(seconds) + "s" : "");
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static double nanosPer(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      case "m" -> 60e9;
      default -> 3600e9;
    };
  }
}
