package ratelab.loadgen.schedule;

import ratelab.loadgen.schedule.Arrivals.Positions;

/** The due times of an open model in their order; whichever worker is free takes the next. */
final class Slots {
  private final RateCurve curve;
  private final Positions positions;
  private final OnLate onLate;
  private long dueNanos;
  private long missed;

  Slots(RateCurve curve, Positions positions, OnLate onLate) {
    this.curve = curve;
    this.positions = positions;
    this.onLate = onLate;
    this.dueNanos = curve.nanosOf(positions.next());
  }

  /** The next due time; under {@link OnLate#DROP} the next that a free worker is not late for. */
  synchronized long take(long elapsedNanos) {
    if (onLate == OnLate.DROP) {
      skipWhileBefore(elapsedNanos - Schedule.ON_TIME_NANOS);
    }
    long taken = dueNanos;
    advance();
    return taken;
  }

  /** What was due before the end and nobody took is missed. */
  synchronized void end(long endNanos) {
    skipWhileBefore(endNanos);
  }

  private void skipWhileBefore(long nanos) {
    while (dueNanos < nanos) {
      missed++;
      advance();
    }
  }

  private void advance() {
    if (dueNanos != RateCurve.NEVER) {
      dueNanos = curve.nanosOf(positions.next());
    }
  }

  /** Counts missed slots once: what one worker was told, no other is. */
  synchronized long takeMissed() {
    long taken = missed;
    missed = 0;
    return taken;
  }
}
