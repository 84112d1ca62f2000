package ratelab.experiments.scrape;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time that samples are stamped with, and waiting for it to come. */
public interface ScrapeClock {
  /** Now, milliseconds since the epoch. */
  long nowMillis();

  /** Returns when {@link #nowMillis} has reached an instant; at once if it is past. */
  void sleepUntil(long millis) throws InterruptedException;

  /**
   * The wall clock as it is now, carried on by the monotonic one: when somebody sets the wall
   * clock, samples stay in order and scrapes neither bunch nor pause.
   */
  static ScrapeClock system() {
    Instant anchor = Instant.now();
    long anchorNanos = System.nanoTime();
    return new ScrapeClock() {
      @Override
      public long nowMillis() {
        return now().toEpochMilli();
      }

      @Override
      public void sleepUntil(long millis) throws InterruptedException {
        Instant due = Instant.ofEpochMilli(millis);
        for (Instant now = now(); now.isBefore(due); now = now()) {
          TimeUnit.NANOSECONDS.sleep(now.until(due).toNanos());
        }
      }

      private Instant now() {
        return anchor.plusNanos(System.nanoTime() - anchorNanos);
      }
    };
  }
}
