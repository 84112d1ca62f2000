package ratelab.experiments.lab.service;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ratelab.experiments.lab.Feed;
import ratelab.experiments.lab.IndependentCpu;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.Lifetime;
import ratelab.experiments.lab.SampleStore;
import ratelab.experiments.oracle.OracleException;
import ratelab.experiments.oracle.PrometheusClient;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.OwnService;
import ratelab.experiments.scrape.ScrapeClock;
import ratelab.experiments.scrape.ScrapeLoop;
import ratelab.experiments.scrape.ScrapeResult;
import ratelab.experiments.scrape.ScrapeResult.ScrapeFailed;
import ratelab.experiments.scrape.ScrapeResult.Scraped;

/**
 * The samples that a user's Prometheus stores of a service: asked for again and again, by range
 * selectors, and never written.
 */
final class PrometheusFeed implements Feed, AutoCloseable {
  private static final int LOOK_BACK = 3;
  private static final List<String> METRICS =
      Stream.concat(
              Stream.of(CpuCounter.values()).map(CpuCounter::metric),
              Stream.of(
                  "namedprocess_namegroup_num_procs",
                  "namedprocess_namegroup_oldest_start_time_seconds"))
          .toList();

  private final Lifetime lifetime = new Lifetime();
  private final PrometheusClient client;
  private final OwnService.Prometheus source;
  private final ScrapeClock clock;
  private final SampleStore store;
  private final Optional<String> version;
  private long seenMillis;

  /**
   * Asks once, and from then on at the given interval.
   *
   * @param interval at which that server scrapes the exporter
   * @throws LabException if it does not answer, or does not have the group exactly once
   */
  PrometheusFeed(OwnService.Prometheus source, Duration interval, ScrapeClock clock) {
    this.source = source;
    this.clock = clock;
    this.client = lifetime.add(new PrometheusClient(URI.create(source.url())));
    this.store = new SampleStore(source.group());
    long now = clock.nowMillis();
    this.seenMillis = now - interval.multipliedBy(LOOK_BACK).toMillis();
    check(first(), interval);
    this.version = askVersion();
    ScrapeGrid grid = new ScrapeGrid(now, interval);
    lifetime.add(ScrapeLoop.start(grid, clock, this::ask, this::note));
  }

  @Override
  public SampleStore store() {
    return store;
  }

  @Override
  public IndependentCpu cpu() {
    return IndependentCpu.none();
  }

  @Override
  public void close() {
    lifetime.close();
  }

  /** Its version; empty where it does not tell, as servers that only speak its language do. */
  Optional<String> version() {
    return version;
  }

  private Optional<String> askVersion() {
    try {
      String told = client.version();
      var _ = Dialect.ofVersion(told);
      return Optional.of(told);
    } catch (OracleException | IllegalArgumentException unknown) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while asking " + source.url(), e);
    }
  }

  private List<Series> first() {
    try {
      List<Series> series = more();
      store.keep(series);
      return series;
    } catch (OracleException e) {
      throw new LabException(e.getMessage() + "; is target.prometheus its URL?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while asking " + source.url(), e);
    }
  }

  private void check(List<Series> series, Duration interval) {
    List<Series> counters =
        series.stream()
            .filter(each -> each.id().metric().equals(CpuCounter.TICKS.metric()))
            .toList();
    if (counters.isEmpty()) {
      throw new LabException(
          "%s has no samples of %s{groupname=\"%s\"} within %s: check target.group, and that it"
                  .formatted(
                      source.url(),
                      CpuCounter.TICKS.metric(),
                      source.group(),
                      Durations.print(interval.multipliedBy(LOOK_BACK)))
              + " scrapes a process exporter as often as scrape.interval says");
    }
    List<String> origins =
        counters.stream()
            .map(each -> each.id().label("job") + " " + each.id().label("instance"))
            .distinct()
            .sorted()
            .toList();
    if (origins.size() > 1) {
      throw new LabException(
          "%s has the group '%s' of several exporters (%s): give the service a group of its own"
              .formatted(source.url(), source.group(), String.join(", ", origins)));
    }
  }

  private ScrapeResult ask() throws InterruptedException {
    long now = clock.nowMillis();
    try {
      store.keep(more());
      return new Scraped(now, Duration.ZERO, List.of());
    } catch (OracleException e) {
      return new ScrapeFailed(now, String.valueOf(e.getMessage()));
    }
  }

  /** The samples are kept already, under the times at which they were scraped. */
  private void note(ScrapeResult result) {
    if (result instanceof ScrapeFailed) {
      store.accept(result);
    }
  }

  /** What was stored since the last time. */
  private List<Series> more() throws OracleException, InterruptedException {
    List<Series> found = client.samples(selector(), seenMillis + 1, clock.nowMillis());
    seenMillis =
        found.stream()
            .flatMap(series -> series.samples().stream())
            .mapToLong(Sample::timestampMillis)
            .max()
            .orElse(seenMillis);
    return found;
  }

  private String selector() {
    return "{__name__=~\"%s\",groupname=%s}"
        .formatted(
            METRICS.stream().collect(Collectors.joining("|")), SeriesId.quoted(source.group()));
  }
}
