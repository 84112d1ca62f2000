package ratelab.loadgen.engine;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the workers that wait for a turn, and tells when the last of them has left. */
final class IdleWorkers {
  private final AtomicInteger waiting = new AtomicInteger();
  private final Runnable noneLeft;

  /**
   * @param noneLeft called by a worker that is about to send, so it must not take time
   */
  IdleWorkers(Runnable noneLeft) {
    this.noneLeft = noneLeft;
  }

  void join() {
    waiting.incrementAndGet();
  }

  void leave() {
    if (waiting.decrementAndGet() == 0) {
      noneLeft.run();
    }
  }

  boolean none() {
    return waiting.get() == 0;
  }
}
