package ratelab.experiments.analysis.shape;

/**
 * Where a value is forecast to lie.
 *
 * @param low not less
 * @param high not more
 */
public record Bounds(double low, double high) {
  private static final double ROUNDING = 1e-6;

  /**
   * @throws IllegalArgumentException if the bounds are the wrong way round
   */
  public Bounds {
    if (low > high) {
      throw new IllegalArgumentException("no value lies between " + low + " and " + high);
    }
  }

  static Bounds exactly(double value) {
    return new Bounds(value, value);
  }

  /** Whether a value lies inside, or outside by no more than a tolerance and rounding. */
  public boolean contain(double value, double absoluteTolerance) {
    double tolerance = absoluteTolerance + ROUNDING * Math.max(Math.abs(low), Math.abs(high));
    return value >= low - tolerance && value <= high + tolerance;
  }
}
