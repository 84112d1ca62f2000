package ratelab.experiments.analysis;

import java.util.OptionalLong;
import java.util.function.DoublePredicate;
import ratelab.experiments.rate.Curve;

/**
 * Finds when a curve is back: the first evaluation from which it stays where it belongs for a whole
 * hold time. The first zero is never the end: a counter in ticks shows zeros in the middle of work.
 */
final class ReturnDetector {
  private ReturnDetector() {}

  /**
   * The return of a curve.
   *
   * @param curve what was evaluated
   * @param fromMillis not before this instant
   * @param holdMillis how long it must stay
   * @param isBack whether a value is where it belongs; a gap never is
   * @return empty if the curve was not back, or not for long enough to be sure
   */
  static OptionalLong find(Curve curve, long fromMillis, long holdMillis, DoublePredicate isBack) {
    long since = Long.MAX_VALUE;
    for (Curve.Point point : curve.points()) {
      if (point.timeMillis() < fromMillis) {
        continue;
      }
      boolean back = point.value().isPresent() && isBack.test(point.value().getAsDouble());
      since = back ? Math.min(since, point.timeMillis()) : Long.MAX_VALUE;
      if (back && point.timeMillis() - since >= holdMillis) {
        return OptionalLong.of(since);
      }
    }
    return OptionalLong.empty();
  }
}
