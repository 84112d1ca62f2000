package ratelab.experiments.analysis;

import java.util.OptionalLong;
import java.util.function.DoublePredicate;
import ratelab.experiments.rate.Curve;

/**
 * Finds when a curve is back: the first evaluation from which it stays where it belongs for a whole
 * hold time. The first zero is never the end: a counter in ticks shows zeros in the middle of work.
 *
 * @param fromMillis not before this instant
 * @param holdMillis how long it must stay
 * @param bridgeMillis a gap in the curve of up to this length neither confirms nor ends a stay:
 *     with a window of two scrapes, the scrapes' jitter alone opens gaps of some milliseconds
 */
record ReturnDetector(long fromMillis, long holdMillis, long bridgeMillis) {

  /**
   * The return of a curve.
   *
   * @param curve what was evaluated
   * @param isBack whether a value is where it belongs
   * @return empty if the curve was not back, or not for long enough to be sure
   */
  OptionalLong find(Curve curve, DoublePredicate isBack) {
    long since = Long.MAX_VALUE;
    long lastValue = Long.MIN_VALUE;
    for (Curve.Point point : curve.between(fromMillis, Long.MAX_VALUE).points()) {
      long now = point.timeMillis();
      if (point.value().isEmpty()) {
        continue;
      }
      boolean bridged = lastValue != Long.MIN_VALUE && now - lastValue <= bridgeMillis;
      lastValue = now;
      if (!isBack.test(point.value().getAsDouble())) {
        since = Long.MAX_VALUE;
        continue;
      }
      since = bridged ? Math.min(since, now) : now;
      if (now - since >= holdMillis) {
        return OptionalLong.of(since);
      }
    }
    return OptionalLong.empty();
  }
}
