package ratelab.experiments.lab.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import ratelab.experiments.lab.ConnectionTable;
import ratelab.experiments.lab.ConnectionTable.HalfClosed;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.recording.Abandoned;
import ratelab.experiments.scrape.ScrapeClock;

/** Looks at a port's connections ten times a second, from its opening to its closing. */
public final class AbandonedLooks implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(100);

  private final ConnectionTable table;
  private final int port;
  private final ScrapeClock clock;
  private final AbandonedWatch watch = new AbandonedWatch();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("abandoned-looks").factory());
  private volatile boolean anyOpen;

  /**
   * Begins to look.
   *
   * @param table the connections of the service's network
   * @param port where the service answers
   */
  public AbandonedLooks(ConnectionTable table, int port, ScrapeClock clock) {
    this.table = table;
    this.port = port;
    this.clock = clock;
    look();
    var _ =
        timer.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether a connection was open without its client at the last look. */
  boolean anyOpen() {
    return anyOpen;
  }

  /** Looks once more; returns when that was, milliseconds since the epoch. */
  long lookNow() {
    return look();
  }

  /** All that were ever seen. */
  List<Abandoned> all() {
    return watch.all();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private synchronized long look() {
    List<HalfClosed> open = open();
    long now = clock.nowMillis();
    watch.look(open, now);
    anyOpen = !open.isEmpty();
    return now;
  }

  private List<HalfClosed> open() {
    try {
      return table.halfClosed(port);
    } catch (LabException ended) {
      // The process has ended, and its connections with it; the run's watch tells.
      return List.of();
    }
  }
}
