package ratelab.loadgen.schedule;

/**
 * Numbers the requests of a run 1, 2, 3 and so on. One counter for all workers makes the number of
 * requests exact; a request without a ticket is never sent, and every ticket becomes one attempt.
 */
public final class Tickets {
  /** What {@link #take} returns once issuing has ended. */
  public static final long NONE = 0;

  private final long limit;
  private long endNanos;
  private long issued;
  private long lastNanos;

  Tickets(Limit limit) {
    this.limit = limit.requests();
    this.endNanos = limit.endNanos();
  }

  /**
   * The next request's number, or {@link #NONE} when issuing has ended.
   *
   * @param elapsedNanos now, since the run's start
   */
  public synchronized long take(long elapsedNanos) {
    if (issued == limit || elapsedNanos >= endNanos) {
      return NONE;
    }
    lastNanos = elapsedNanos;
    return ++issued;
  }

  /** Ends the issuing now, unless it has ended already. */
  public synchronized void stop(long elapsedNanos) {
    endNanos = Math.min(endNanos, elapsedNanos);
  }

  /** Numbers given out so far. */
  public synchronized long issued() {
    return issued;
  }

  /** Whether {@link #take} would refuse at this time. */
  public synchronized boolean ended(long elapsedNanos) {
    return issued == limit || elapsedNanos >= endNanos;
  }

  /**
   * When issuing ends or ended, in nanoseconds since the run's start: the end of the period, the
   * stop, or the moment the last request was issued; {@link Long#MAX_VALUE} while that is open.
   */
  public synchronized long endNanos() {
    return issued == limit ? Math.min(lastNanos, endNanos) : endNanos;
  }
}
