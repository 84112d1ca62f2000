package ratelab.experiments.report.chart;

/**
 * A straight map from values to coordinates.
 *
 * @param low the lowest value
 * @param high the highest value, above {@code low}
 * @param atLow the coordinate of {@code low}
 * @param atHigh the coordinate of {@code high}
 */
record Scale(double low, double high, double atLow, double atHigh) {
  /** The coordinate of a value; values outside end at the edge. */
  double at(double value) {
    double inside = Math.clamp(value, low, high);
    return atLow + (inside - low) / (high - low) * (atHigh - atLow);
  }

  boolean contains(double value) {
    return value >= low && value <= high;
  }
}
