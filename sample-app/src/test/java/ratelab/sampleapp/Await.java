package ratelab.sampleapp;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, up to a deadline. */
final class Await {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private Await() {}

  /** The first observation that fits; an error with the last one, if none does in time. */
  static <T> T until(String what, Supplier<T> observation, Predicate<T> fits) {
    long endNanos = System.nanoTime() + DEADLINE.toNanos();
    while (true) {
      T seen = observation.get();
      if (fits.test(seen)) {
        return seen;
      }
      if (System.nanoTime() > endNanos) {
        throw new AssertionError("no " + what + " within " + DEADLINE + "; last seen: " + seen);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
