package ratelab.loadgen.wire;

import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import ratelab.loadgen.engine.TimerSlack;
import ratelab.loadgen.record.RunClock;

/**
 * Wakes a selector at a time more precise than the milliseconds of its own timeout: a thread that
 * sleeps until then. Set by the selector's thread only.
 */
final class Alarm implements AutoCloseable {
  private static final long NEVER = Long.MAX_VALUE;

  private final Selector selector;
  private final RunClock clock;
  private final Thread thread = Thread.ofPlatform().daemon().name("alarm").unstarted(this::run);
  private final AtomicLong atNanos = new AtomicLong(NEVER);
  private volatile boolean closed;
  private boolean started;

  Alarm(Selector selector, RunClock clock) {
    this.selector = selector;
    this.clock = clock;
  }

  /**
   * Replaces the time of the next alarm.
   *
   * @param nanos since the run's start
   */
  void set(long nanos) {
    if (nanos == atNanos.get()) {
      return;
    }
    atNanos.set(nanos);
    if (!started) {
      started = true;
      thread.start();
    }
    LockSupport.unpark(thread);
  }

  private void run() {
    TimerSlack.refuse();
    while (!closed) {
      long at = atNanos.get();
      long left = at - clock.elapsedNanos();
      if (at == NEVER) {
        LockSupport.park(this);
      } else if (left > 0) {
        LockSupport.parkNanos(this, left);
      } else {
        // A time that was set meanwhile must survive, so only this one is forgotten.
        atNanos.compareAndSet(at, NEVER);
        selector.wakeup();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
