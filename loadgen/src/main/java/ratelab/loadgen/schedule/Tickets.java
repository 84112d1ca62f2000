package ratelab.loadgen.schedule;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers the requests of a run 1, 2, 3 and so on. One counter for all workers makes the number of
 * requests exact; a request without a ticket is never sent, and every ticket becomes one attempt.
 * Workers pass here before every request, so there is no lock.
 */
public final class Tickets {
  /** What {@link #take} returns once issuing has ended. */
  public static final long NONE = 0;

  private final long limit;
  private final AtomicLong issued = new AtomicLong();
  private final AtomicLong endNanos;
  private volatile long lastNanos;
  private volatile boolean revoked;

  Tickets(Limit limit) {
    this.limit = limit.requests();
    this.endNanos = new AtomicLong(limit.endNanos());
  }

  /**
   * The next request's number, or {@link #NONE} if there is none for it. What was due before the
   * end gets its number after the end too: a machine that woke its worker late must not make the
   * load smaller.
   *
   * @param dueNanos when the request was due, since the run's start
   * @param elapsedNanos now, since the run's start
   */
  public long take(long dueNanos, long elapsedNanos) {
    if (revoked || dueNanos >= endNanos.get()) {
      return NONE;
    }
    long taken = issued.get();
    while (taken < limit && !issued.weakCompareAndSetVolatile(taken, taken + 1)) {
      taken = issued.get();
    }
    if (taken == limit) {
      return NONE;
    }
    if (taken + 1 == limit) {
      lastNanos = elapsedNanos;
    }
    return taken + 1;
  }

  /** Ends the issuing now, unless it has ended already. */
  public void stop(long elapsedNanos) {
    endNanos.accumulateAndGet(elapsedNanos, Math::min);
  }

  /** Ends the issuing at once, even for what was due before. */
  public void revoke(long elapsedNanos) {
    stop(elapsedNanos);
    revoked = true;
  }

  /** Numbers given out so far. */
  public long issued() {
    return issued.get();
  }

  /** Whether all the numbers there are have been given out. */
  public boolean exhausted() {
    return issued.get() == limit;
  }

  /** Whether {@link #take} would refuse what is due at this time. */
  public boolean ended(long elapsedNanos) {
    return exhausted() || elapsedNanos >= endNanos.get();
  }

  /**
   * When issuing ends or ended, in nanoseconds since the run's start: the end of the period, the
   * stop, or the moment the last request was issued; {@link Long#MAX_VALUE} while that is open.
   */
  public long endNanos() {
    return exhausted() ? Math.min(lastNanos, endNanos.get()) : endNanos.get();
  }
}
