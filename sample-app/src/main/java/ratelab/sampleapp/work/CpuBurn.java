package ratelab.sampleapp.work;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Computes until the calling thread has used a given CPU time, read from the thread's own CPU
 * clock: time in which the thread did not run does not count, so the sum over all handlers is
 * known, however busy the machine is.
 *
 * @param cpu the CPU time to spend; zero does nothing
 */
public record CpuBurn(Duration cpu) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  // About 10 µs: the clock is a system call, and the burn shall be user time for the most part.
  private static final int STEPS_PER_LOOK = 10_000;

  // Written so that the JIT compiler cannot drop the computation.
  private static volatile long lastValue;

  /**
   * Spends the CPU time on the calling thread, which must be a platform thread.
   *
   * @throws IllegalStateException on a virtual thread, which has no CPU clock
   */
  public void spend() {
    if (cpu.isZero()) {
      return;
    }
    if (Thread.currentThread().isVirtual()) {
      throw new IllegalStateException(
          "a virtual thread has no CPU clock: burn on a platform thread");
    }
    long endNanos = THREADS.getCurrentThreadCpuTime() + cpu.toNanos();
    long value = lastValue;
    while (THREADS.getCurrentThreadCpuTime() < endNanos) {
      value = scramble(value);
    }
    lastValue = value;
  }

  private static long scramble(long seed) {
    long value = seed;
    for (int step = 0; step < STEPS_PER_LOOK; step++) {
      value = value * 6364136223846793005L + 1442695040888963407L;
    }
    return value;
  }
}
