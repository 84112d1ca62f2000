package ratelab.experiments.rate;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * {@code rate}, {@code increase} and {@code delta} over an {@code anchored} or {@code smoothed}
 * range: the difference of the values at the range's edges, never extrapolated. The edges' values
 * are the last samples up to them, or, smoothed, lie on the line between the samples around them.
 *
 * <p>As Prometheus has it from 3.10 on (promql/functions.go, {@code extendedRate}), in the same
 * order of operations.
 */
final class ExtendedDelta {
  /** How far beyond the range samples are looked for: the server's default lookback. */
  private static final long LOOKBACK_MILLIS = Duration.ofMinutes(5).toMillis();

  private final SampleColumns samples;
  private final boolean smoothed;
  private final boolean counter;
  private final long startMillis;
  private final long endMillis;

  private ExtendedDelta(
      SampleColumns samples,
      RangeModifier modifier,
      RangeFunction function,
      long startMillis,
      long endMillis) {
    this.samples = samples;
    this.smoothed = modifier == RangeModifier.SMOOTHED;
    this.counter = function != RangeFunction.DELTA;
    this.startMillis = startMillis;
    this.endMillis = endMillis;
  }

  static OptionalDouble value(RangeQuery query, SampleColumns samples, long endMillis) {
    Duration length = query.window();
    OptionalDouble difference =
        new ExtendedDelta(
                samples,
                query.modifier(),
                query.function(),
                endMillis - length.toMillis(),
                endMillis)
            .difference();
    return query.function() == RangeFunction.RATE && difference.isPresent()
        ? OptionalDouble.of(difference.getAsDouble() / PromDuration.seconds(length))
        : difference;
  }

  private OptionalDouble difference() {
    int from = samples.firstNotBefore(startMillis - LOOKBACK_MILLIS + 1);
    int to = samples.firstNotBefore(endMillis + (smoothed ? LOOKBACK_MILLIS : 0) + 1);
    if (from == to) {
      return OptionalDouble.empty();
    }
    int first = Math.max(from, samples.firstNotBefore(startMillis + 1) - 1);
    int last = smoothed ? Math.min(to - 1, samples.firstNotBefore(endMillis)) : to - 1;
    boolean nothingInside = samples.timeMillis(last) <= startMillis;
    boolean allLater = smoothed && samples.timeMillis(first) > endMillis;
    if (nothingInside || allLater) {
      return OptionalDouble.empty();
    }
    double left = left(first);
    double right = right(from, last);
    double difference = right - left;
    return OptionalDouble.of(
        counter ? difference + lostInResets(left, right, first, last) : difference);
  }

  private double left(int first) {
    return smoothed && samples.timeMillis(first) < startMillis
        ? interpolated(first, startMillis)
        : samples.value(first);
  }

  private double right(int from, int last) {
    return smoothed && last > from && samples.timeMillis(last) > endMillis
        ? interpolated(last - 1, endMillis)
        : samples.value(last);
  }

  /** The value on the line from a sample to the next; across a reset it grows from 0. */
  private double interpolated(int index, long millis) {
    double before = samples.value(index);
    double after = samples.value(index + 1);
    double base = counter && after < before ? 0 : before;
    double elapsed = millis - samples.timeMillis(index);
    double span = samples.timeMillis(index + 1) - samples.timeMillis(index);
    return base + (after - base) * elapsed / span;
  }

  /** What the counter had reached before each reset, the edges' values included. */
  private double lostInResets(double left, double right, int first, int last) {
    int begin = samples.timeMillis(first) <= startMillis ? first + 1 : first;
    int end = samples.timeMillis(last) >= endMillis ? last : last + 1;
    double lost = 0;
    double previous = left;
    for (int i = begin; i < end; i++) {
      double value = samples.value(i);
      if (value < previous) {
        lost += previous;
      }
      previous = value;
    }
    return right < previous ? lost + previous : lost;
  }
}
