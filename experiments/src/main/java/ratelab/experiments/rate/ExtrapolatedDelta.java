package ratelab.experiments.rate;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * {@code rate}, {@code increase} and {@code delta}: the difference between a window's last and
 * first sample, extended to the window's edges where the samples come close enough to them.
 *
 * <p>Every operation stands in the order in which Prometheus does it (promql/functions.go, {@code
 * extrapolatedRate}), because the results are compared bit by bit.
 */
final class ExtrapolatedDelta {
  /** Beyond this many average gaps, the series is taken to begin or end inside the window. */
  private static final double GAPS_UNTIL_EDGE = 1.1;

  private final Dialect dialect;
  private final Window window;
  private final double averageGapSeconds;

  private ExtrapolatedDelta(Dialect dialect, Window window) {
    this.dialect = dialect;
    this.window = window;
    this.averageGapSeconds = window.secondsSampled() / (window.count() - 1);
  }

  static OptionalDouble rate(Dialect dialect, Window window, Duration length) {
    if (window.count() < 2) {
      return OptionalDouble.empty();
    }
    double increase = increaseOfSamples(window);
    ExtrapolatedDelta extrapolation = new ExtrapolatedDelta(dialect, window);
    double factor = extrapolation.counterFactor(increase) / PromDuration.seconds(length);
    return OptionalDouble.of(increase * factor);
  }

  static OptionalDouble increase(Dialect dialect, Window window) {
    if (window.count() < 2) {
      return OptionalDouble.empty();
    }
    double increase = increaseOfSamples(window);
    ExtrapolatedDelta extrapolation = new ExtrapolatedDelta(dialect, window);
    return OptionalDouble.of(increase * extrapolation.counterFactor(increase));
  }

  static OptionalDouble delta(Dialect dialect, Window window) {
    if (window.count() < 2) {
      return OptionalDouble.empty();
    }
    ExtrapolatedDelta extrapolation = new ExtrapolatedDelta(dialect, window);
    double left = extrapolation.limited(window.secondsToFirst());
    return OptionalDouble.of((window.last() - window.first()) * extrapolation.factor(left));
  }

  /** The difference of the ends, plus what the counter had reached before each reset. */
  private static double increaseOfSamples(Window window) {
    double increase = window.last() - window.first();
    for (int i = window.nextFall(0); i < window.count(); i = window.nextFall(i)) {
      increase += window.value(i - 1);
    }
    return increase;
  }

  private double counterFactor(double increase) {
    double toFirst = window.secondsToFirst();
    if (!(increase > 0 && window.first() >= 0)) {
      return factor(limited(toFirst));
    }
    double toZero = window.secondsSampled() * (window.first() / increase);
    return dialect.clampsToZeroFirst()
        ? factor(limited(toZero < toFirst ? toZero : toFirst))
        : factor(toZero < limited(toFirst) ? toZero : limited(toFirst));
  }

  private double factor(double leftSeconds) {
    double sampled = window.secondsSampled();
    return ((sampled + leftSeconds) + limited(window.secondsFromLast())) / sampled;
  }

  private double limited(double secondsToEdge) {
    return secondsToEdge < averageGapSeconds * GAPS_UNTIL_EDGE
        ? secondsToEdge
        : averageGapSeconds / 2;
  }
}
