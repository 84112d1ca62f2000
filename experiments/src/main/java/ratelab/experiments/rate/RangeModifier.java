package ratelab.experiments.rate;

import java.util.Locale;

/**
 * What stands behind a range in brackets and changes which samples belong to it. Other than {@link
 * #PLAIN}, a modifier needs Prometheus 3.7 with {@code
 * --enable-feature=promql-extended-range-selectors}, and {@code rate}, {@code increase} or {@code
 * delta}.
 */
public enum RangeModifier {
  /** Nothing: the samples inside the range, extrapolated to its edges by some functions. */
  PLAIN,
  /**
   * {@code anchored}: the last sample before the range counts as its left edge. Nothing is
   * extrapolated; one sample in reach is enough for a value.
   */
  ANCHORED,
  /**
   * {@code smoothed}: the values at both edges are interpolated between the samples around them. It
   * looks ahead of the evaluation time, so its newest values change when later samples come.
   */
  SMOOTHED;

  /** The word in PromQL; {@code plain}, which is none there, where there is no modifier. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a function can be used over such a range. */
  public boolean allows(RangeFunction function) {
    return switch (function) {
      case RATE, INCREASE, DELTA -> true;
      case IRATE, IDELTA, DERIV, RESETS, CHANGES -> this == PLAIN;
    };
  }

  /** What follows the range in brackets. */
  String promQl() {
    return this == PLAIN ? "" : " " + word();
  }

  /**
   * @throws IllegalArgumentException if the function cannot be used over such a range
   */
  void check(RangeFunction function) {
    if (!allows(function)) {
      throw new IllegalArgumentException(
          "%s ranges can only be used with rate, increase and delta, not with %s"
              .formatted(word(), function.promQl()));
    }
  }
}
