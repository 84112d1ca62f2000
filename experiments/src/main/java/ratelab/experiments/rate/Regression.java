package ratelab.experiments.rate;

import java.util.OptionalDouble;

/**
 * {@code deriv}: the slope of the least-squares line through a window's samples, with compensated
 * sums taken in sample order (promql/functions.go, {@code linearRegression}).
 */
final class Regression {
  private Regression() {}

  static OptionalDouble slope(Window window) {
    int n = window.count();
    if (n < 2) {
      return OptionalDouble.empty();
    }
    if (allEqual(window)) {
      return OptionalDouble.of(Double.isInfinite(window.first()) ? Double.NaN : 0);
    }
    CompensatedSum sumX = new CompensatedSum();
    CompensatedSum sumY = new CompensatedSum();
    CompensatedSum sumXy = new CompensatedSum();
    CompensatedSum sumXx = new CompensatedSum();
    for (int i = 0; i < n; i++) {
      double x = (window.timeMillis(i) - window.timeMillis(0)) / 1e3;
      double y = window.value(i);
      sumX.add(x);
      sumY.add(y);
      sumXy.add(x * y);
      sumXx.add(x * x);
    }
    double covariance = sumXy.total() - sumX.total() * sumY.total() / n;
    double variance = sumXx.total() - sumX.total() * sumX.total() / n;
    return OptionalDouble.of(covariance / variance);
  }

  private static boolean allEqual(Window window) {
    for (int i = 1; i < window.count(); i++) {
      if (window.value(i) != window.first()) {
        return false;
      }
    }
    return true;
  }
}
