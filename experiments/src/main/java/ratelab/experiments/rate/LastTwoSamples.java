package ratelab.experiments.rate;

import java.util.OptionalDouble;

/** {@code irate} and {@code idelta}: the last two samples of a window, not extrapolated. */
final class LastTwoSamples {
  private LastTwoSamples() {}

  static OptionalDouble rate(Window window) {
    if (window.count() < 2) {
      return OptionalDouble.empty();
    }
    int last = window.count() - 1;
    double before = window.value(last - 1);
    double after = window.value(last);
    double increase = after < before ? after : after - before;
    double millis = window.timeMillis(last) - window.timeMillis(last - 1);
    return OptionalDouble.of(increase / (millis / 1000));
  }

  static OptionalDouble delta(Window window) {
    if (window.count() < 2) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(window.last() - window.value(window.count() - 2));
  }
}
