package ratelab.loadgen.schedule;

/**
 * Turns on a schedule that is dealt out to the workers: worker w of c owns the slots w, w + c, w +
 * 2c and so on, which staggers the workers evenly. A worker that was busy while several of its
 * slots passed uses the latest at once and drops the others, as hey's tickers do, but counts what
 * it dropped; or it uses them all, one after the other.
 */
final class OwnTurns implements Turns {
  private final RateCurve curve;
  private final int workers;
  private final OnLate onLate;
  private long slot;
  private long missed;

  /**
   * @param worker from 0 to {@code workers - 1}
   */
  OwnTurns(RateCurve curve, int worker, int workers, OnLate onLate) {
    this.curve = curve;
    this.workers = workers;
    this.onLate = onLate;
    this.slot = (long) worker - workers;
  }

  @Override
  public boolean scheduled() {
    return true;
  }

  @Override
  public long next(long elapsedNanos) {
    slot += workers;
    if (onLate == OnLate.DROP) {
      skipWhileNextIsBefore(elapsedNanos + 1);
    }
    return curve.nanosOf((double) slot);
  }

  @Override
  public void end(long endNanos) {
    skipWhileNextIsBefore(endNanos);
  }

  private void skipWhileNextIsBefore(long nanos) {
    while (curve.nanosOf((double) (slot + workers)) < nanos) {
      slot += workers;
      missed++;
    }
  }

  @Override
  public long missed() {
    return missed;
  }
}
