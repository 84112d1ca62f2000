package ratelab.experiments.lab;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits for a condition, with a deadline; the one place of a lab where a thread waits. */
public final class Await {
  private static final Duration PAUSE = Duration.ofMillis(10);

  private Await() {}

  /** What one look at a condition showed. */
  public sealed interface Look<T> {
    /** The condition holds. */
    record Seen<T>(T value) implements Look<T> {}

    /** It does not hold yet; {@code observation} says what there is instead. */
    record NotYet<T>(String observation) implements Look<T> {}
  }

  /**
   * Looks again and again until the condition holds.
   *
   * @param what the condition, as it completes "waited 5s for ..."
   * @param atMost the deadline, from now
   * @param look one look, on this thread; what it throws ends the wait
   * @return what was seen
   * @throws LabException at the deadline, with the last observation; or when interrupted
   */
  public static <T> T until(String what, Duration atMost, Supplier<Look<T>> look) {
    long start = System.nanoTime();
    while (true) {
      switch (look.get()) {
        case Look.Seen<T> seen -> {
          return seen.value();
        }
        case Look.NotYet<T> notYet -> {
          if (System.nanoTime() - start >= atMost.toNanos()) {
            throw new LabException(
                "waited " + seconds(atMost) + " for " + what + "; " + notYet.observation());
          }
        }
      }
      pause(what);
    }
  }

  private static void pause(String what) {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while waiting for " + what, e);
    }
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }
}
