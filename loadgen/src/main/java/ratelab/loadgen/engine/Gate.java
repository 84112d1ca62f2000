package ratelab.loadgen.engine;

import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Tickets;

/** What every request passes before it is sent: it waits for its turn here and gets its number. */
final class Gate {
  private final Tickets tickets;
  private final RunClock clock;
  private final DueWait wait;

  Gate(Tickets tickets, RunClock clock, boolean spin) {
    this.tickets = tickets;
    this.clock = clock;
    this.wait = new DueWait(clock, spin);
  }

  /** Whether a request may still be sent at this time. */
  boolean isOpen(long nowNanos) {
    return !tickets.ended(nowNanos);
  }

  /** Returns about at this time, or at the end of issuing if that comes first. */
  void sleepUntil(long nanos) throws InterruptedException {
    wait.sleepUntil(Math.min(nanos, tickets.endNanos()));
  }

  /** Returns at this time, or at the end of issuing if that comes first. */
  void await(long nanos) throws InterruptedException {
    wait.until(Math.min(nanos, tickets.endNanos()));
  }

  /**
   * The number of the next request, or {@link Tickets#NONE} if it is due after the end of issuing.
   */
  long pass(long dueNanos) {
    long ticket = tickets.take(dueNanos, clock.elapsedNanos());
    if (tickets.exhausted()) {
      wait.end();
    }
    return ticket;
  }

  /** Ends the issuing and wakes every worker that waits for its turn. */
  void close() {
    tickets.stop(clock.elapsedNanos());
    wait.end();
  }

  /** The same, and even what is overdue is not let through any more. */
  void lock() {
    tickets.revoke(clock.elapsedNanos());
    wait.end();
  }

  /** Whether issuing ended because all the requests asked for were sent. */
  boolean allSent() {
    return tickets.exhausted();
  }

  /** Requests let through so far. */
  long passed() {
    return tickets.issued();
  }

  /** When issuing ended, in nanoseconds since the run's start. */
  long endNanos() {
    return tickets.endNanos();
  }
}
