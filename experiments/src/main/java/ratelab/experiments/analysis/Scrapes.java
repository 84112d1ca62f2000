package ratelab.experiments.analysis;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;

/**
 * The instants at which a counter was scraped, as recorded: late ones are late here, and missing
 * ones are missing.
 *
 * @param timesMillis oldest first, no two the same; milliseconds since the epoch
 */
record Scrapes(List<Long> timesMillis) {
  Scrapes {
    timesMillis = List.copyOf(timesMillis);
  }

  /** The scrapes that brought a sample of what the query asks for. */
  static Scrapes of(Collection<Series> all, RangeQuery query) {
    return new Scrapes(
        all.stream()
            .filter(series -> query.selects(series.id()))
            .flatMap(series -> series.samples().stream())
            .filter(sample -> !sample.isStale())
            .map(Sample::timestampMillis)
            .distinct()
            .sorted()
            .toList());
  }

  /** The last scrape before an instant; empty if there is none. */
  OptionalLong lastBefore(long millis) {
    return timesMillis.stream().mapToLong(Long::longValue).filter(t -> t < millis).max();
  }

  /**
   * The first instant, not before a given one, at which a window holds two scrapes, without which a
   * rate has no value; empty if none does any more.
   */
  OptionalLong seenFrom(long fromMillis, long windowMillis) {
    for (int i = 1; i < timesMillis.size(); i++) {
      long seen = Math.max(fromMillis, timesMillis.get(i));
      if (seen < timesMillis.get(i - 1) + windowMillis) {
        return OptionalLong.of(seen);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * The last instant, not before a given one, up to which windows hold two scrapes all the time;
   * the given one if already the window that ends there does not.
   */
  long seenUntil(long fromMillis, long windowMillis) {
    long until = fromMillis;
    for (int i = 1; i < timesMillis.size(); i++) {
      if (timesMillis.get(i) <= until) {
        until = Math.max(until, timesMillis.get(i - 1) + windowMillis);
      }
    }
    return until;
  }
}
