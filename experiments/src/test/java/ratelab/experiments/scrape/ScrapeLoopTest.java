package ratelab.experiments.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.scrape.ScrapeResult.ScrapeFailed;

@Timeout(20)
class ScrapeLoopTest {
  private static final ScrapeGrid EVERY_SECOND_AT_300 = new ScrapeGrid(300, Duration.ofSeconds(1));

  private final List<Long> starts = new CopyOnWriteArrayList<>();

  @Test
  void scrapes_keep_to_the_grid_however_long_they_take() throws Exception {
    VirtualClock clock = new VirtualClock(5000, 8400);

    try (ScrapeLoop loop = loop(clock, 90, 5, 700)) {
      clock.awaitEnd();

      assertThat(starts).containsExactly(5300L, 6300L, 7300L, 8300L);
      assertThat(loop.missed()).isZero();
    }
  }

  @Test
  void instants_that_pass_during_a_scrape_are_counted_and_not_made_up_for() throws Exception {
    VirtualClock clock = new VirtualClock(5300, 12_000);

    try (ScrapeLoop loop = loop(clock, 3200, 1000, 0)) {
      clock.awaitEnd();

      // 3.2 s miss three instants; a scrape of exactly one interval misses none.
      assertThat(starts).containsExactly(5300L, 9300L, 10_300L, 11_300L);
      assertThat(loop.missed()).isEqualTo(3);
    }
  }

  @Test
  void closing_interrupts_a_scrape_and_delivers_nothing_more() throws Exception {
    CountDownLatch scraping = new CountDownLatch(1);
    ScrapeLoop loop =
        ScrapeLoop.start(
            EVERY_SECOND_AT_300,
            new VirtualClock(0, Long.MAX_VALUE),
            () -> {
              scraping.countDown();
              new CountDownLatch(1).await();
              throw new AssertionError("nobody lets this scrape end");
            },
            result -> starts.add(result.startMillis()));
    scraping.await();

    loop.close();

    assertThat(starts).isEmpty();
  }

  @Test
  void a_consumer_that_fails_ends_the_loop_and_is_named_when_it_closes() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    ScrapeLoop loop =
        ScrapeLoop.start(
            EVERY_SECOND_AT_300,
            new VirtualClock(0, Long.MAX_VALUE),
            () -> new ScrapeFailed(0, "no matter"),
            result -> {
              called.countDown();
              throw new IllegalArgumentException("disk full");
            });
    called.await();

    assertThatIllegalStateException()
        .isThrownBy(loop::close)
        .withMessage("scraping ended early: disk full");
  }

  @Test
  void the_system_clock_wakes_at_the_instant_and_not_before() throws Exception {
    ScrapeClock clock = ScrapeClock.system();
    long due = clock.nowMillis() + 20;

    clock.sleepUntil(due);

    assertThat(clock.nowMillis()).isBetween(due, due + 5000);
  }

  /** Scrapes that take the given milliseconds in turn, the last for ever after. */
  private ScrapeLoop loop(VirtualClock clock, long... lengths) {
    AtomicLong scrapes = new AtomicLong();
    return ScrapeLoop.start(
        EVERY_SECOND_AT_300,
        clock,
        () -> {
          long start = clock.nowMillis();
          int index = (int) Math.min(scrapes.getAndIncrement(), lengths.length - 1);
          clock.now.addAndGet(lengths[index]);
          return new ScrapeFailed(start, "no matter");
        },
        result -> starts.add(result.startMillis()));
  }

  /** Time that passes only by waiting for it; nothing wakes after the end. */
  private static final class VirtualClock implements ScrapeClock {
    private final AtomicLong now;
    private final long endMillis;
    private final CountDownLatch ended = new CountDownLatch(1);

    VirtualClock(long nowMillis, long endMillis) {
      this.now = new AtomicLong(nowMillis);
      this.endMillis = endMillis;
    }

    void awaitEnd() throws InterruptedException {
      ended.await();
    }

    @Override
    public long nowMillis() {
      return now.get();
    }

    @Override
    public void sleepUntil(long millis) throws InterruptedException {
      if (millis > endMillis) {
        ended.countDown();
        new CountDownLatch(1).await();
      }
      now.accumulateAndGet(millis, Math::max);
    }
  }
}
