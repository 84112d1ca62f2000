package ratelab.sampleapp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go's {@code time.ParseDuration} reads them, without a sign: {@code 1m30s}. */
final class GoDuration {
  private static final Pattern TERM = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("(?:" + TERM.pattern() + ")+");
  private static final Map<String, Long> NANOS_PER_UNIT =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private GoDuration() {}

  /**
   * Reads a duration of up to 292 years.
   *
   * @throws IllegalArgumentException if it is not one; the message says what is expected
   */
  static Duration parse(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a duration; write a number with its unit, as 5s, 500ms or 1m30s");
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher term = TERM.matcher(text);
    while (term.find()) {
      long unitNanos = Objects.requireNonNull(NANOS_PER_UNIT.get(term.group(2)));
      nanos = nanos.add(new BigDecimal(term.group(1)).multiply(BigDecimal.valueOf(unitNanos)));
    }
    return toDuration(nanos, text);
  }

  private static Duration toDuration(BigDecimal nanos, String text) {
    BigDecimal whole = nanos.setScale(0, RoundingMode.DOWN);
    if (whole.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException("'" + text + "' is longer than 292 years");
    }
    return Duration.ofNanos(whole.longValueExact());
  }
}
