package ratelab.exporter;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as Go's time.ParseDuration reads them, such as {@code 500ms} and {@code 1h2.5m},
 * but none below 0, for which no flag has a meaning.
 */
final class GoDuration {
  private static final String PART = "([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)";
  private static final Pattern PARTS = Pattern.compile(PART);
  private static final Pattern WHOLE = Pattern.compile("\\+?(?:0|(?:" + PART + ")+)");

  /** Go counts nanoseconds in 64 bits: some 292 years. */
  private static final BigDecimal MAX_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);

  private GoDuration() {}

  /** Empty for a text that is no length of time, or one that Go cannot hold. */
  static Optional<Duration> parse(String text) {
    if (!WHOLE.matcher(text).matches()) return Optional.empty();
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher part = PARTS.matcher(text);
    while (part.find()) {
      BigDecimal count = new BigDecimal(part.group(1));
      nanos = nanos.add(count.multiply(BigDecimal.valueOf(nanosPer(part.group(2)))));
    }
    return nanos.compareTo(MAX_NANOS) > 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(nanos.longValue()));
  }

  private static long nanosPer(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "ms" -> 1_000_000;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 1_000; // us, with either of the two letters mu
    };
  }
}
