package ratelab.experiments.recording;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;

/**
 * A stretch of a run between two readings of a limited target's control group, and in how many of
 * its periods it used up its share. The readings are series of a recording, under the names that
 * cAdvisor gives them.
 *
 * @param fromMillis the earlier reading, milliseconds since the epoch
 * @param toMillis the later one
 * @param periods in which the target had something to do
 * @param throttled those in which it had used up its share and had to wait
 */
public record ThrottledPeriods(long fromMillis, long toMillis, long periods, long throttled) {
  private static final SeriesId PERIODS = named("container_cpu_cfs_periods_total");
  private static final SeriesId THROTTLED = named("container_cpu_cfs_throttled_periods_total");

  private static SeriesId named(String metric) {
    return SeriesId.of(metric, Map.of("name", "target"));
  }

  /** One reading, as a recording keeps it. */
  public static List<Series> reading(long timeMillis, Throttling counted) {
    return List.of(
        new Series(PERIODS, List.of(new Sample(timeMillis, counted.periods()))),
        new Series(THROTTLED, List.of(new Sample(timeMillis, counted.throttledPeriods()))));
  }

  /** Whether a series is made of such readings, and is no exporter's. */
  public static boolean isReading(SeriesId id) {
    return id.equals(PERIODS) || id.equals(THROTTLED);
  }

  /** The stretches that lie within a span, in order; empty for a target that was not read. */
  public static List<ThrottledPeriods> between(
      List<Series> recorded, long fromMillis, long toMillis) {
    List<Sample> periods = samples(recorded, PERIODS, fromMillis, toMillis);
    List<Sample> throttled = samples(recorded, THROTTLED, fromMillis, toMillis);
    return IntStream.range(1, Math.min(periods.size(), throttled.size()))
        .mapToObj(
            i ->
                new ThrottledPeriods(
                    periods.get(i - 1).timestampMillis(),
                    periods.get(i).timestampMillis(),
                    rise(periods, i),
                    rise(throttled, i)))
        .toList();
  }

  private static List<Sample> samples(
      List<Series> recorded, SeriesId id, long fromMillis, long toMillis) {
    return recorded.stream()
        .filter(series -> series.id().equals(id))
        .flatMap(series -> series.between(fromMillis, toMillis).samples().stream())
        .toList();
  }

  private static long rise(List<Sample> samples, int i) {
    return Math.round(samples.get(i).value() - samples.get(i - 1).value());
  }
}
