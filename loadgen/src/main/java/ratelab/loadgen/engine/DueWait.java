package ratelab.loadgen.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import ratelab.loadgen.record.RunClock;

/**
 * Waits for due times. The kernel wakes a sleeper some 20 to 40 microseconds late, even one that
 * refuses {@link TimerSlack}; so the last stretch is waited for awake, which costs at most that
 * stretch of CPU per request.
 */
final class DueWait {
  private static final long AWAKE_NANOS = Duration.ofNanos(50_000).toNanos();

  private final RunClock clock;
  private final boolean spin;
  private final CountDownLatch over = new CountDownLatch(1);

  /**
   * @param spin whether to be awake for the last stretch
   */
  DueWait(RunClock clock, boolean spin) {
    this.clock = clock;
    this.spin = spin;
  }

  /** Returns at this time since the run's start, or when nothing is to be waited for any more. */
  void until(long nanos) throws InterruptedException {
    sleepUntil(nanos - (spin ? AWAKE_NANOS : 0));
    while (spin && clock.elapsedNanos() < nanos && over.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  /** The same, give or take a tenth of a millisecond. */
  void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - clock.elapsedNanos();
    if (left > 0 && over.getCount() > 0) {
      boolean _ = over.await(left, TimeUnit.NANOSECONDS);
    }
  }

  /** Wakes everybody, now and later. */
  void end() {
    over.countDown();
  }
}
