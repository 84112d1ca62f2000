package ratelab.experiments.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.recording.ScrapeFailure;
import ratelab.experiments.scrape.ExposedSample;
import ratelab.experiments.scrape.ScrapeResult;
import ratelab.experiments.scrape.ScrapeResult.ScrapeFailed;
import ratelab.experiments.scrape.ScrapeResult.ScrapeSkipped;
import ratelab.experiments.scrape.ScrapeResult.Scraped;

/**
 * What the lab's own scrapes brought: the target's and its children's series, and what the exporter
 * says of its own errors. Filled by the scrape loop, read by the lab.
 */
public final class SampleStore implements Consumer<ScrapeResult> {
  /** How long each scrape took, under the name that Prometheus gives it. */
  static final String SCRAPE_DURATION = "scrape_duration_seconds";

  private static final String GROUP = "groupname";
  private static final String SELF = "namedprocess_scrape_";
  private static final String PARTIAL_ERRORS = SELF + "partial_errors";

  private final String target;
  private final SortedMap<SeriesId, List<Sample>> samples = new TreeMap<>();
  private final List<ScrapeFailure> failures = new ArrayList<>();

  /** Keeps the group that the lab's own exporter has the target in. */
  public SampleStore() {
    this(ExporterConfig.TARGET);
  }

  /**
   * Keeps another group.
   *
   * @param target the {@code groupname} that holds the target
   */
  public SampleStore(String target) {
    this.target = target;
  }

  @Override
  public synchronized void accept(ScrapeResult result) {
    switch (result) {
      case ScrapeFailed failed ->
          failures.add(new ScrapeFailure(failed.startMillis(), failed.reason()));
      case ScrapeSkipped _ -> {}
      case Scraped scraped -> {
        scraped.samples().forEach(this::keep);
        took(scraped, Map.of());
      }
    }
  }

  /** Keeps what another exporter says of its group; of that one nothing is expected. */
  synchronized void acceptReference(ScrapeResult result) {
    if (result instanceof Scraped scraped) {
      scraped.samples().stream()
          .filter(s -> s.series().label(GROUP).equals(ReferenceExporter.GROUP))
          .forEach(this::keep);
      took(scraped, Map.of(GROUP, ReferenceExporter.GROUP));
    }
  }

  /** Keeps what somebody else has scraped. */
  public synchronized void keep(List<Series> scraped) {
    scraped.forEach(series -> series.samples().forEach(sample -> add(series.id(), sample)));
  }

  /** All series so far, sorted. */
  public synchronized List<Series> series() {
    return samples.entrySet().stream().map(SampleStore::series).toList();
  }

  /** The target's series of one metric so far. */
  synchronized List<Series> target(String metric) {
    return samples.entrySet().stream()
        .filter(e -> e.getKey().metric().equals(metric))
        .filter(e -> e.getKey().label(GROUP).equals(target))
        .map(SampleStore::series)
        .toList();
  }

  /** How often, so far, the exporter could read a process only in part. */
  synchronized double partialErrors() {
    return samples.entrySet().stream()
        .filter(e -> e.getKey().metric().equals(PARTIAL_ERRORS))
        .mapToDouble(e -> e.getValue().getLast().value())
        .sum();
  }

  public synchronized List<ScrapeFailure> failures() {
    return List.copyOf(failures);
  }

  private void keep(ExposedSample exposed) {
    SeriesId id = exposed.series();
    String group = id.label(GROUP);
    if (group.equals(target)
        || group.equals(ExporterConfig.CHILDREN)
        || group.equals(ReferenceExporter.GROUP)
        || id.metric().startsWith(SELF)) {
      add(id, exposed.sample());
    }
  }

  private void took(Scraped scraped, Map<String, String> labels) {
    add(
        SeriesId.of(SCRAPE_DURATION, labels),
        new Sample(scraped.startMillis(), scraped.duration().toNanos() / 1e9));
  }

  private void add(SeriesId id, Sample sample) {
    samples.computeIfAbsent(id, _ -> new ArrayList<>()).add(sample);
  }

  private static Series series(Map.Entry<SeriesId, List<Sample>> entry) {
    return new Series(entry.getKey(), entry.getValue());
  }
}
