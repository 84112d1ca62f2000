package ratelab.loadgen.schedule;

/**
 * The same rate for ever.
 *
 * @param perSecond above 0
 */
public record ConstantRate(double perSecond) implements RateCurve {
  @Override
  public long nanosOf(double requests) {
    return (long) (requests * 1e9 / perSecond);
  }
}
