package ratelab.loadgen.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Tickets;
import ratelab.loadgen.schedule.Turns;

/** What every request passes before it is sent: it waits for its turn here and gets its number. */
final class Gate {
  private final Tickets tickets;
  private final RunClock clock;
  private final CountDownLatch closed = new CountDownLatch(1);

  Gate(Tickets tickets, RunClock clock) {
    this.tickets = tickets;
    this.clock = clock;
  }

  /**
   * Waits until the worker's next request is due.
   *
   * @return the request's number, or {@link Tickets#NONE} if issuing has ended
   */
  long pass(Turns turns) throws InterruptedException {
    long now = clock.elapsedNanos();
    if (tickets.ended(now)) {
      turns.end(tickets.endNanos());
      return Tickets.NONE;
    }
    long wakeNanos = Math.min(turns.next(now), tickets.endNanos());
    if (wakeNanos > now) {
      closed.await(wakeNanos - now, TimeUnit.NANOSECONDS);
    }
    long ticket = tickets.take(clock.elapsedNanos());
    if (tickets.ended(clock.elapsedNanos())) {
      closed.countDown();
    }
    return ticket;
  }

  /** Ends the issuing and wakes every worker that waits for its turn. */
  void close() {
    tickets.stop(clock.elapsedNanos());
    closed.countDown();
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
