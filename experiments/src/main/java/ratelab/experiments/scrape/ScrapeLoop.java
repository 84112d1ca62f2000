package ratelab.experiments.scrape;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.rate.ScrapeGrid;

/**
 * Scrapes at every instant of a grid, on a thread of its own. The grid is absolute, so a slow
 * scrape delays no later one; instants that pass meanwhile are counted as missed and never made up
 * for.
 */
public final class ScrapeLoop implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ScrapeGrid grid;
  private final ScrapeClock clock;
  private final Scrape scrape;
  private final Consumer<ScrapeResult> consumer;
  private final AtomicLong missed = new AtomicLong();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("scrape-loop").unstarted(this::run);
  private boolean closed;

  private ScrapeLoop(
      ScrapeGrid grid, ScrapeClock clock, Scrape scrape, Consumer<ScrapeResult> consumer) {
    this.grid = grid;
    this.clock = clock;
    this.scrape = scrape;
    this.consumer = consumer;
  }

  /** One scrape. */
  @FunctionalInterface
  public interface Scrape {
    /** Asks the target once. */
    ScrapeResult scrape() throws InterruptedException;
  }

  /**
   * Starts a loop; its first scrape is at the first instant of the grid that is not past.
   *
   * @param consumer gets every result, in order, on the loop's thread; it must not close the loop
   */
  public static ScrapeLoop start(
      ScrapeGrid grid, ScrapeClock clock, Scrape scrape, Consumer<ScrapeResult> consumer) {
    ScrapeLoop loop = new ScrapeLoop(grid, clock, scrape, consumer);
    loop.thread.start();
    return loop;
  }

  /** How many instants of the grid passed during scrapes. */
  public long missed() {
    return missed.get();
  }

  /**
   * Ends the loop, also in the middle of a scrape; afterwards the consumer is not called any more.
   *
   * @throws IllegalStateException if scraping or the consumer threw, which had ended the loop
   */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      thread.interrupt();
    }
    awaitEnd();
    Throwable cause = failure.get();
    if (cause != null) {
      throw new IllegalStateException("scraping ended early: " + cause.getMessage(), cause);
    }
  }

  private void awaitEnd() {
    try {
      if (!thread.join(PATIENCE)) {
        throw new IllegalStateException("the consumer of scrapes has not returned for " + PATIENCE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      long slot = grid.firstAtOrAfter(clock.nowMillis());
      while (true) {
        clock.sleepUntil(slot);
        deliver(scrape.scrape());
        slot = next(slot);
      }
    } catch (InterruptedException _) {
      // Closed: the way this loop ends.
    } catch (RuntimeException | Error e) {
      failure.set(e);
    }
  }

  /** Under the lock, so that closing never interrupts the consumer while it writes. */
  private synchronized void deliver(ScrapeResult result) {
    if (!closed) {
      consumer.accept(result);
    }
  }

  private long next(long slot) {
    long following = slot + grid.intervalMillis();
    long next = Math.max(following, grid.firstAtOrAfter(clock.nowMillis()));
    missed.addAndGet((next - following) / grid.intervalMillis());
    return next;
  }
}
