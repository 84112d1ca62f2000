package ratelab.loadgen.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of a run, which may be waited for, but not longer than somebody's patience. */
public final class Ending {
  private final CountDownLatch reached = new CountDownLatch(1);

  /** The run has ended, in whatever way. */
  public void reach() {
    reached.countDown();
  }

  /**
   * Returns at once; does what is asked once the grace is over, unless the run has ended by then.
   */
  public void unlessWithin(Duration grace, Runnable abandon) {
    Thread.ofVirtual().start(() -> await(grace, abandon));
  }

  private void await(Duration grace, Runnable abandon) {
    try {
      if (!reached.await(grace.toNanos(), TimeUnit.NANOSECONDS)) {
        abandon.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
