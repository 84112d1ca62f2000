package ratelab.loadgen.schedule;

/**
 * Turns on a schedule that all workers share: worker w of c owns the slots w, w + c, w + 2c and so
 * on, which staggers the workers evenly. A worker that was busy while several of its slots passed
 * uses the latest at once and drops the others, as hey's tickers do, but counts what it dropped.
 */
final class PacedTurns implements Turns {
  private final Arrivals arrivals;
  private final int workers;
  private long slot;
  private long missed;

  /**
   * @param worker from 0 to {@code workers - 1}
   */
  PacedTurns(Arrivals arrivals, int worker, int workers) {
    this.arrivals = arrivals;
    this.workers = workers;
    this.slot = (long) worker - workers;
  }

  @Override
  public long next(long elapsedNanos) {
    slot += workers;
    skipWhileNextIsBefore(elapsedNanos + 1);
    return arrivals.dueNanos(slot);
  }

  @Override
  public void end(long endNanos) {
    skipWhileNextIsBefore(endNanos);
  }

  private void skipWhileNextIsBefore(long nanos) {
    while (arrivals.dueNanos(slot + workers) < nanos) {
      slot += workers;
      missed++;
    }
  }

  @Override
  public long missed() {
    return missed;
  }
}
