package ratelab.experiments.rate;

import java.util.List;

/**
 * The samples of one series, oldest first.
 *
 * @param id metric name and labels
 * @param samples strictly increasing in time
 */
public record Series(SeriesId id, List<Sample> samples) {
  public Series {
    samples = List.copyOf(samples);
  }

  /** The samples with {@code fromMillis <= time <= toMillis}. */
  public Series between(long fromMillis, long toMillis) {
    return new Series(
        id,
        samples.stream()
            .filter(s -> s.timestampMillis() >= fromMillis && s.timestampMillis() <= toMillis)
            .toList());
  }
}
