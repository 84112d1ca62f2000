package ratelab.experiments.report;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Scenario;

/** The recording that another scraper would have left, computed apart from the page's script. */
final class Resampled {
  private Resampled() {}

  /** The run with other windows. */
  static Recording windows(Recording run, List<Duration> windows) {
    return with(run, "scenario", with(run.scenario(), "windows", windows));
  }

  /**
   * The run as scraped on a grid, of which one instant lies {@code phase} after the load's start.
   */
  static Recording at(Recording run, Duration interval, Duration phase) {
    Scenario scenario = with(run.scenario(), "scrapeInterval", interval);
    ScrapeGrid grid = new ScrapeGrid(run.marks().loadStartMillis() + phase.toMillis(), interval);
    long recorded = run.scenario().scrapeInterval().toMillis();
    List<Series> series = run.series().stream().map(s -> onGrid(s, grid, recorded)).toList();
    return with(with(run, "scenario", scenario), "series", series);
  }

  private static Series onGrid(Series series, ScrapeGrid grid, long recordedMillis) {
    List<Sample> all = series.samples().stream().filter(s -> !s.isStale()).toList();
    List<Sample> seen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Sample sample = all.get(i);
      long next = i + 1 < all.size() ? all.get(i + 1).timestampMillis() : Long.MAX_VALUE;
      // A sample stands for itself until the next one, but never for a scrape that was missed.
      long until = Math.min(next - 1, sample.timestampMillis() + (3 * recordedMillis + 1) / 2 - 1);
      for (long t = grid.firstAtOrAfter(sample.timestampMillis());
          t <= until;
          t += grid.intervalMillis()) {
        seen.add(new Sample(t, sample.value()));
      }
    }
    return new Series(series.id(), seen);
  }

  /** A copy of a record with one component changed. */
  @SuppressWarnings("unchecked")
  static <R extends Record> R with(R record, String component, Object value) {
    try {
      RecordComponent[] components = record.getClass().getRecordComponents();
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            components[i].getName().equals(component)
                ? value
                : components[i].getAccessor().invoke(record);
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " of " + record.getClass(), e);
    }
  }
}
