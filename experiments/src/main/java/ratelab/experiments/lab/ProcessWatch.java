package ratelab.experiments.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.RateModel;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.rate.Steps;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scrape.ExposedSample;
import ratelab.experiments.scrape.ScrapeClock;
import ratelab.experiments.scrape.ScrapeResult;
import ratelab.experiments.scrape.Scraper;

/**
 * Watches the CPU of a process that runs already: an exporter of its own reads it, and the rate
 * model says what a Prometheus would draw. It keeps no more samples than a window needs.
 */
public final class ProcessWatch {
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);
  private static final Duration SCRAPE_TIMEOUT = Duration.ofSeconds(10);
  private static final RateModel MODEL = new RateModel(Dialect.V3);

  private final ProcessStat target;
  private final Duration scrapeInterval;
  private final Duration window;
  private final ScrapeClock clock = ScrapeClock.system();
  private final SortedMap<SeriesId, Deque<Sample>> samples = new TreeMap<>();

  /**
   * What is known after a scrape.
   *
   * @param timeMillis when it was, milliseconds since the epoch
   * @param cores {@code rate} over the window; empty while it holds fewer than two samples
   * @param latestCores {@code irate}: between the last two samples
   */
  public record Reading(long timeMillis, OptionalDouble cores, OptionalDouble latestCores) {}

  /**
   * A watch of one process.
   *
   * @throws LabException if there is no such process
   */
  public ProcessWatch(long pid, Duration scrapeInterval, Duration window) {
    this.target =
        ProcessStat.read(pid)
            .orElseThrow(
                () ->
                    new LabException(
                        "there is no process with pid %d; find it with: pgrep -af NAME"
                            .formatted(pid)));
    if (target.hasEnded()) {
      throw new LabException(
          "process %d has ended and is a zombie: its parent has not asked yet how it ended, and it uses no CPU any more"
              .formatted(pid));
    }
    this.scrapeInterval = scrapeInterval;
    this.window = window;
  }

  /**
   * Scrapes until the process ends, then returns.
   *
   * @param listener gets a reading after each scrape
   * @throws LabException if the exporter cannot be started or scraped
   * @throws InterruptedException if the watch is given up; everything it started has ended then
   */
  public void run(Consumer<Reading> listener) throws InterruptedException {
    try (Lifetime lifetime = new Lifetime()) {
      Path directory = Files.createTempDirectory("ratelab-watch-");
      lifetime.add(() -> delete(directory));
      RunDirectory run = new RunDirectory(directory);
      Files.createDirectories(run.logs());
      Setup setup =
          new Setup(Apps.ofThisProcess(), run, new PrometheusChoice.None(), READY_WITHIN, clock);
      Guardian guardian = lifetime.add(Guardian.start(run.logs().resolve("guardian.err.log")));
      ExporterProcess exporter =
          lifetime.add(ExporterProcess.start(guardian, setup, target.identity(), "exporter"));
      Scraper scraper = lifetime.add(new Scraper(exporter.url(), SCRAPE_TIMEOUT, clock));
      scrapeUntilEnd(scraper, exporter, listener);
    } catch (IOException e) {
      throw new LabException("cannot keep the watch's files: " + e.getMessage(), e);
    }
  }

  private void scrapeUntilEnd(Scraper scraper, ExporterProcess exporter, Consumer<Reading> listener)
      throws InterruptedException {
    ScrapeGrid grid = new ScrapeGrid(clock.nowMillis(), scrapeInterval);
    while (target.stillRuns()) {
      clock.sleepUntil(grid.firstAtOrAfter(clock.nowMillis()));
      exporter.process().ensureAlive();
      switch (scraper.scrape()) {
        case ScrapeResult.ScrapeFailed failed ->
            throw new LabException("a scrape failed: " + failed.reason());
        case ScrapeResult.ScrapeSkipped _ -> throw new AssertionError("nothing skips here");
        case ScrapeResult.Scraped scraped -> {
          if (target.stillRuns()) {
            keep(scraped);
            listener.accept(reading(scraped.startMillis()));
          }
        }
      }
      clock.sleepUntil(grid.lastAtOrBefore(clock.nowMillis()) + 1);
    }
  }

  private void keep(ScrapeResult.Scraped scraped) {
    List<ExposedSample> cpu =
        scraped.samples().stream()
            .filter(s -> TargetRate.COUNTERS.contains(s.series().metric()))
            .filter(s -> s.series().label("groupname").equals(ExporterConfig.TARGET))
            .toList();
    if (cpu.isEmpty() && samples.isEmpty()) {
      throw new LabException(
          "the exporter has no CPU time of pid %d: /proc/%d must be readable; try as its user or root"
              .formatted(target.pid(), target.pid()));
    }
    long oldest = scraped.startMillis() - window.toMillis() - scrapeInterval.toMillis();
    for (ExposedSample exposed : cpu) {
      Deque<Sample> kept = samples.computeIfAbsent(exposed.series(), _ -> new ArrayDeque<>());
      kept.add(exposed.sample());
      while (kept.getFirst().timestampMillis() < oldest) {
        kept.removeFirst();
      }
    }
  }

  private Reading reading(long timeMillis) {
    List<Series> series = samples.entrySet().stream().map(ProcessWatch::series).toList();
    return new Reading(
        timeMillis,
        value(RangeFunction.RATE, series, timeMillis),
        value(RangeFunction.IRATE, series, timeMillis));
  }

  private static Series series(Map.Entry<SeriesId, Deque<Sample>> entry) {
    return new Series(entry.getKey(), List.copyOf(entry.getValue()));
  }

  /** Of the finer counter that the exporter has. */
  private OptionalDouble value(RangeFunction function, Collection<Series> series, long timeMillis) {
    String metric =
        TargetRate.COUNTERS.stream()
            .filter(m -> series.stream().anyMatch(s -> s.id().metric().equals(m)))
            .findFirst()
            .orElse("");
    Curve curve =
        MODEL.curve(
            new RangeQuery(metric, ExporterConfig.TARGET, function, window),
            series,
            new Steps(timeMillis, timeMillis, scrapeInterval));
    return curve.points().getFirst().value();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
