package ratelab.experiments.rate;

import java.util.List;

/**
 * The samples of one series, oldest first.
 *
 * @param id metric name and labels
 * @param samples strictly increasing in time
 */
public record Series(SeriesId id, List<Sample> samples) {
  /**
   * @throws IllegalArgumentException if a sample is not later than the one before it
   */
  public Series {
    samples = List.copyOf(samples);
    for (int i = 1; i < samples.size(); i++) {
      long before = samples.get(i - 1).timestampMillis();
      long time = samples.get(i).timestampMillis();
      if (time <= before) {
        throw new IllegalArgumentException(
            id + ": the sample at " + time + " ms follows one at " + before + " ms");
      }
    }
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
