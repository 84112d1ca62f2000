package ratelab.loadgen.wire;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ratelab.loadgen.record.RunClock;

/**
 * Waits for connections and for due times at once. A selector's own timeout counts milliseconds, so
 * it covers the far part of a wait; an {@link Alarm} ends it shortly before the due time, because
 * threads wake up late; and the last moment is spent awake, looking at the connections all the
 * time.
 */
final class Watch implements AutoCloseable {
  /** A sleeping thread is up again this long after the time it was set to, as a rule. */
  private static final long WAKING_NANOS = 60_000;

  /** When requests are closer together than this, staying awake would cost a whole processor. */
  private static final long DENSE_NANOS = 4 * WAKING_NANOS;

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final Selector selector;
  private final RunClock clock;
  private final Alarm alarm;
  private final boolean spin;

  /**
   * @param spin whether the last moment before a due time may be spent awake
   */
  Watch(RunClock clock, boolean spin) throws IOException {
    this.selector = Selector.open();
    this.clock = clock;
    this.alarm = new Alarm(selector, clock);
    this.spin = spin;
  }

  Selector selector() {
    return selector;
  }

  /** Looks at the connections without waiting. */
  void look(Consumer<SelectionKey> ready) throws IOException {
    selector.selectNow(ready);
  }

  /**
   * Waits until something happens on a connection, or a time comes, or {@link #wake}. It may return
   * earlier for no reason.
   *
   * @param dueNanos when a request is to be sent, since the run's start
   * @param lastDueNanos when the one before was
   * @param limitNanos when a limit is reached, since the run's start; milliseconds do
   */
  void await(long dueNanos, long lastDueNanos, long limitNanos, Consumer<SelectionKey> ready)
      throws IOException {
    long now = clock.elapsedNanos();
    boolean awake = spin && dueNanos - lastDueNanos >= DENSE_NANOS;
    long alarmNanos = dueNanos - (awake ? WAKING_NANOS : 0);
    long limitMillis = limitNanos == Long.MAX_VALUE ? 0 : Math.max(1, millisUp(limitNanos - now));
    if (dueNanos == Long.MAX_VALUE) {
      selector.select(ready, limitMillis);
    } else if (alarmNanos <= now) {
      Thread.onSpinWait();
      selector.selectNow(ready);
    } else if (alarmNanos - now > 2 * MILLI) {
      long dueMillis = (alarmNanos - now) / MILLI - 1;
      selector.select(ready, limitMillis == 0 ? dueMillis : Math.min(dueMillis, limitMillis));
    } else {
      alarm.set(alarmNanos);
      selector.select(ready, limitMillis);
    }
  }

  private static long millisUp(long nanos) {
    return (nanos + MILLI - 1) / MILLI;
  }

  /** Ends the wait, or the next one; any thread may call this. */
  void wake() {
    selector.wakeup();
  }

  @Override
  public void close() throws IOException {
    alarm.close();
    selector.close();
  }
}
