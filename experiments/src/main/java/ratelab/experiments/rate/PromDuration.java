package ratelab.experiments.rate;

import java.time.Duration;

/** Durations as Prometheus writes and counts them. */
public final class PromDuration {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private PromDuration() {}

  /**
   * The duration in PromQL's notation, such as {@code 30s}, {@code 1m30s} or {@code 1s500ms}.
   *
   * @throws IllegalArgumentException if it is not a positive whole number of milliseconds: PromQL
   *     can say nothing finer
   */
  public static String print(Duration duration) {
    checked(duration);
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    append(text, duration.toMillisPart(), "ms");
    return text.toString();
  }

  static Duration checked(Duration duration) {
    if (!duration.isPositive() || duration.toNanosPart() % NANOS_PER_MILLI != 0) {
      throw new IllegalArgumentException(
          duration + ": PromQL takes a positive whole number of milliseconds");
    }
    return duration;
  }

  /**
   * The duration in seconds, rounded as Go's {@code Duration.Seconds()} rounds: whole seconds plus
   * the rest. Millis divided by 1000 differ from it in the last bit, first at 1118 ms.
   */
  static double seconds(Duration duration) {
    return duration.toSeconds() + duration.toNanosPart() / 1e9;
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(amount).append(unit);
    }
  }
}
