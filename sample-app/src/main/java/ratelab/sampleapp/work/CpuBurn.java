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

  // A step takes about a nanosecond. The clock is a system call and the burn shall be user time for
  // the most part, so looks are 10 µs apart; the last ones are closer, so as not to overshoot.
  private static final int MOST_STEPS_PER_LOOK = 10_000;
  private static final int FEWEST_STEPS_PER_LOOK = 100;

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
    for (long left = cpu.toNanos(); left > 0; left = endNanos - THREADS.getCurrentThreadCpuTime()) {
      value = scramble(value, Math.clamp(left / 4, FEWEST_STEPS_PER_LOOK, MOST_STEPS_PER_LOOK));
    }
    lastValue = value;
  }

  private static long scramble(long seed, int steps) {
    long value = seed;
    for (int step = 0; step < steps; step++) {
      value = value * 6364136223846793005L + 1442695040888963407L;
    }
    return value;
  }
}
