package ratelab.experiments.rate;

import java.util.OptionalDouble;

/**
 * {@code resets} and {@code changes}: from how many of a window's samples to the next one the value
 * fell, or became another. One sample is enough for a value, which is 0 then.
 *
 * <p>As Prometheus has it (promql/functions.go, {@code funcResets} and {@code funcChanges}).
 */
final class ValueCounts {
  private ValueCounts() {}

  static OptionalDouble resets(Window window) {
    return count(window, (before, after) -> after < before);
  }

  /** From not-a-number to not-a-number nothing changes. */
  static OptionalDouble changes(Window window) {
    return count(
        window,
        (before, after) -> after != before && !(Double.isNaN(after) && Double.isNaN(before)));
  }

  private interface Event {
    boolean isBetween(double before, double after);
  }

  private static OptionalDouble count(Window window, Event event) {
    if (window.count() == 0) {
      return OptionalDouble.empty();
    }
    double counted = 0;
    for (int i = 1; i < window.count(); i++) {
      if (event.isBetween(window.value(i - 1), window.value(i))) {
        counted++;
      }
    }
    return OptionalDouble.of(counted);
  }
}
