package ratelab.experiments.analysis.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.rate.Series;

/**
 * What a slower scraper would have stored of the same run: at each instant of its grid the newest
 * of the recorded samples, stamped with that instant. A recorded scrape that is missing is missing
 * for the slower scraper, too.
 */
public final class Decimation {
  /** A recorded sample older than this many intervals stands for no scrape. */
  private static final int OLDEST_INTERVALS = 2;

  private Decimation() {}

  /** How old a recorded sample may be that stands for a slower scraper's, milliseconds. */
  public static long oldestMillis(long recordedIntervalMillis) {
    return OLDEST_INTERVALS * recordedIntervalMillis;
  }

  /** All series as the grid's scraper would have stored them. */
  public static List<Series> of(
      Collection<Series> recorded, long recordedIntervalMillis, ScrapeGrid grid) {
    long oldest = Math.min(grid.intervalMillis(), oldestMillis(recordedIntervalMillis));
    return recorded.stream().map(series -> of(series, oldest, grid)).toList();
  }

  private static Series of(Series series, long oldestMillis, ScrapeGrid grid) {
    List<Sample> recorded = series.samples();
    if (recorded.isEmpty()) {
      return series;
    }
    List<Sample> kept = new ArrayList<>();
    int newest = 0;
    long last = recorded.getLast().timestampMillis() + oldestMillis;
    long slot = grid.firstAtOrAfter(recorded.getFirst().timestampMillis());
    for (; slot < last; slot += grid.intervalMillis()) {
      while (newest + 1 < recorded.size() && recorded.get(newest + 1).timestampMillis() <= slot) {
        newest++;
      }
      Sample sample = recorded.get(newest);
      if (slot - sample.timestampMillis() < oldestMillis) {
        kept.add(new Sample(slot, sample.value()));
      }
    }
    return new Series(series.id(), kept);
  }
}
