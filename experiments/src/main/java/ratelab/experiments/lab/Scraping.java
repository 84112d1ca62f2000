package ratelab.experiments.lab;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.scrape.ScrapeClock;
import ratelab.experiments.scrape.ScrapeLoop;
import ratelab.experiments.scrape.ScrapeResult;
import ratelab.experiments.scrape.ScrapeResult.ScrapeFailed;
import ratelab.experiments.scrape.ScrapeResult.ScrapeSkipped;
import ratelab.experiments.scrape.Scraper;

/**
 * The lab's own scrapes of the exporter, and beside each of them a reading of the independent CPU
 * measure.
 */
public final class Scraping implements Feed, AutoCloseable {
  private static final Duration FIRST_TIMEOUT = Duration.ofSeconds(10);

  private final Lifetime lifetime = new Lifetime();
  private final SampleStore store;
  private final IndependentCpu cpu;
  private final ScrapeClock clock;
  private final ScrapeGrid grid;
  private final AtomicInteger toSkip = new AtomicInteger();

  /**
   * Scrapes once, and from then on at the given interval.
   *
   * @throws LabException if the first scrape fails or does not have the target
   */
  public Scraping(URI exporter, Duration interval, IndependentCpu cpu, ScrapeClock clock) {
    this(exporter, interval, cpu, clock, new SampleStore());
  }

  /** Scrapes an exporter that has the target in another group. */
  public Scraping(
      URI exporter, Duration interval, IndependentCpu cpu, ScrapeClock clock, SampleStore store) {
    this.store = store;
    this.cpu = cpu;
    this.clock = clock;
    grid = new ScrapeGrid(first(exporter), interval);
    Scraper scraper = lifetime.add(new Scraper(exporter, interval, clock));
    lifetime.add(ScrapeLoop.start(grid, clock, () -> scrape(scraper), store));
  }

  @Override
  public SampleStore store() {
    return store;
  }

  @Override
  public IndependentCpu cpu() {
    return cpu;
  }

  @Override
  public void close() {
    lifetime.close();
  }

  /** The next scrapes are never made. */
  void skip(int scrapes) {
    toSkip.set(scrapes);
  }

  /**
   * From now on another exporter is scraped beside this one, half an interval later and on its own:
   * one that is slow delays no scrape of this one.
   */
  void beside(URI other) {
    Scraper scraper = lifetime.add(new Scraper(other, grid.interval(), clock));
    ScrapeGrid between =
        new ScrapeGrid(grid.phaseMillis() + grid.intervalMillis() / 2, grid.interval());
    lifetime.add(
        ScrapeLoop.start(between, clock, () -> scrapeOther(scraper), store::acceptReference));
  }

  private ScrapeResult scrapeOther(Scraper scraper) throws InterruptedException {
    cpu.read(clock.nowMillis());
    return scraper.scrape();
  }

  private ScrapeResult scrape(Scraper scraper) throws InterruptedException {
    cpu.read(clock.nowMillis());
    if (toSkip.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return new ScrapeSkipped(clock.nowMillis());
    }
    return scraper.scrape();
  }

  /** Returns when it was made; the exporter is still cold, so this one may take its time. */
  private long first(URI exporter) {
    try (Scraper scraper = new Scraper(exporter, FIRST_TIMEOUT, clock)) {
      ScrapeResult result = scrape(scraper);
      if (result instanceof ScrapeFailed failed) {
        throw new LabException("the first scrape of the exporter failed: " + failed.reason());
      }
      store.accept(result);
      checkTarget();
      return result.startMillis();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted during the first scrape", e);
    }
  }

  private void checkTarget() {
    if (store.target(CpuCounter.TICKS.metric()).isEmpty()) {
      throw new LabException(
          "the exporter has no CPU time of the target; it reads /proc, and the target's entries"
              + " there must be readable for it");
    }
    if (store.partialErrors() > 0) {
      throw new LabException(
          "the exporter may read the target only in part: run it as the target's user, or as root"
              + " with the capability SYS_PTRACE; logs/exporter.err.log says what it was denied");
    }
  }
}
