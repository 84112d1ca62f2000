package ratelab.exporter;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition, never for a time. */
public final class Await {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(10);

  private Await() {}

  public static <T> T until(String what, Supplier<Optional<T>> attempt) {
    return until(what, DEADLINE, attempt);
  }

  public static <T> T until(String what, Duration limit, Supplier<Optional<T>> attempt) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> found = attempt.get();
      if (found.isPresent()) return found.get();
      if (System.nanoTime() > deadline) return fail(what + " did not happen within " + limit);
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
