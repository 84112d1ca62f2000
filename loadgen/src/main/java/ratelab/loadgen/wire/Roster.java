package ratelab.loadgen.wire;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.schedule.Tickets;
import ratelab.loadgen.schedule.Turns;

/** Which workers of a loop are free, which wait for their turn, and when that comes. */
final class Roster {
  /** Nobody waits. */
  static final long NEVER = Long.MAX_VALUE;

  /**
   * @param wakeNanos the due time, or the end of issuing if that comes first
   */
  private record Wait(Worker worker, long wakeNanos, long dueNanos) implements Comparable<Wait> {
    @Override
    public int compareTo(Wait other) {
      return Long.compare(wakeNanos, other.wakeNanos);
    }
  }

  private final Tickets tickets;
  private final RunClock clock;
  private final Runnable lastIsOut;
  private final Runnable hire;
  private final ArrayDeque<Worker> free = new ArrayDeque<>();
  private final PriorityQueue<Wait> waiting = new PriorityQueue<>();
  private int working;
  private long lastDueNanos;

  /**
   * @param lastIsOut told when the last of all requests has been sent
   * @param hire adds one more worker, if there may be more; asked when none waits for a turn
   */
  Roster(Tickets tickets, RunClock clock, Runnable lastIsOut, Runnable hire) {
    this.tickets = tickets;
    this.clock = clock;
    this.lastIsOut = lastIsOut;
    this.hire = hire;
  }

  /** One more worker, free to send. */
  void add(Worker worker) {
    working++;
    free.add(worker);
  }

  /** A worker's attempt has ended. */
  void release(Worker worker) {
    free.add(worker);
  }

  /** Whether any worker may still send or waits for an answer. */
  boolean isWorking() {
    return working > 0;
  }

  /** Whether a worker is free and has not been asked for its turn. */
  boolean hasFree() {
    return !free.isEmpty();
  }

  /** When the next request is due; {@link #NEVER} if nobody waits. */
  long nextNanos() {
    Wait next = waiting.peek();
    return next == null ? NEVER : next.wakeNanos();
  }

  /** When the request before that was due. */
  long lastDueNanos() {
    return lastDueNanos;
  }

  /** Sends every request whose time has come. */
  void send() {
    long now = clock.elapsedNanos();
    if (!waiting.isEmpty()) {
      sendDue(now);
    }
    // Those that fail at once are free again, and have their next turn after the others.
    for (int count = free.size(); count > 0; count--) {
      next(free.remove());
    }
  }

  private void sendDue(long now) {
    boolean over = tickets.ended(now);
    for (Wait next = waiting.peek();
        next != null && (over || next.wakeNanos() <= now);
        next = waiting.peek()) {
      waiting.remove();
      lastDueNanos = next.dueNanos();
      send(next.worker(), next.dueNanos(), false);
    }
  }

  private void next(Worker worker) {
    long now = clock.elapsedNanos();
    Turns turns = worker.turns();
    if (tickets.ended(now)) {
      retire(worker);
      return;
    }
    long due = turns.next(now);
    long wake = Math.min(due, tickets.endNanos());
    if (wake > now) {
      waiting.add(new Wait(worker, wake, due));
    } else {
      send(worker, due, now > due + Schedule.ON_TIME_NANOS);
    }
  }

  private void send(Worker worker, long dueNanos, boolean late) {
    long now = clock.elapsedNanos();
    long id = tickets.take(worker.turns().scheduled() ? dueNanos : now, now);
    if (id == Tickets.NONE) {
      retire(worker);
      return;
    }
    if (worker.turns().scheduled()) {
      worker.attempt().begin(id, dueNanos, late, now);
      if (waiting.isEmpty() && free.isEmpty()) {
        hire.run();
      }
    } else {
      worker.attempt().begin(id, now);
    }
    worker.send(now);
    if (tickets.ended(now)) {
      lastIsOut.run();
    }
  }

  private void retire(Worker worker) {
    if (!tickets.exhausted()) {
      worker.turns().end(tickets.endNanos());
    }
    working--;
    worker.disconnect();
  }
}
