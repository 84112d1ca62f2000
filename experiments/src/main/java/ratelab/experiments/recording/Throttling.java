package ratelab.experiments.recording;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a target under a limit of its processors, as its control group counts it ({@code
 * nr_periods}, {@code nr_throttled}, and {@code throttled_time} or {@code throttled_usec} of {@code
 * cpu.stat}). It stands among a run's versions, a line each.
 *
 * @param cpus the limit
 * @param periods in which the target had something to do; each is 100 ms long, unless the engine is
 *     told otherwise
 * @param throttledPeriods those in which it had used up its share and had to wait
 * @param throttled how long it waited; the sum over its threads
 */
public record Throttling(double cpus, long periods, long throttledPeriods, Duration throttled) {
  private static final String LIMIT = "cpu limit of the target";
  private static final String PERIODS = "cpu periods of the target";
  private static final String THROTTLED_PERIODS = "cpu periods throttled";
  private static final String THROTTLED = "cpu throttled, seconds";
  private static final double NANOS = 1e9;

  /** As lines of a run's versions. */
  public Map<String, String> lines() {
    return Map.of(
        LIMIT, Double.toString(cpus),
        PERIODS, Long.toString(periods),
        THROTTLED_PERIODS, Long.toString(throttledPeriods),
        THROTTLED, Double.toString(throttled.toNanos() / NANOS));
  }

  /**
   * From a run's versions; empty if its target was not limited.
   *
   * @throws RecordingException if a line of it is no number, or missing
   */
  public static Optional<Throttling> in(Map<String, String> versions) {
    if (!versions.containsKey(LIMIT)) {
      return Optional.empty();
    }
    return Optional.of(
        new Throttling(
            number(versions, LIMIT),
            (long) number(versions, PERIODS),
            (long) number(versions, THROTTLED_PERIODS),
            Duration.ofNanos(Math.round(number(versions, THROTTLED) * NANOS))));
  }

  private static double number(Map<String, String> versions, String key) {
    String text = versions.getOrDefault(key, "missing");
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new RecordingException("the run's '" + key + "' is no number: " + text, e);
    }
  }

  /** Together with what another target of the same run met. */
  public Throttling plus(Throttling other) {
    return new Throttling(
        cpus,
        periods + other.periods,
        throttledPeriods + other.throttledPeriods,
        throttled.plus(other.throttled));
  }
}
