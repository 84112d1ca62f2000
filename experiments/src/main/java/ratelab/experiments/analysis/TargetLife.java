package ratelab.experiments.analysis;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.ThrottledPeriods;

/**
 * What the scrapes show of the target's life: whether its series go on, when its process began, and
 * where its counter fell. Read from samples alone.
 *
 * @param lastSampleMillis the target's newest sample; empty if there is none
 * @param lastScrapeMillis the newest sample of anything: the exporter still answered then
 * @param resetMillis the samples that were below the one before
 * @param starts when the group's oldest process began, in seconds since the epoch, cut to whole
 *     ones
 */
record TargetLife(
    OptionalLong lastSampleMillis,
    long lastScrapeMillis,
    List<Long> resetMillis,
    List<Sample> starts) {
  private static final String START = "namedprocess_namegroup_oldest_start_time_seconds";

  /** How much too early a start may be told: it is cut to whole seconds, and so is the boot's. */
  private static final long CUT_MILLIS = 2000;

  static TargetLife of(Recording recording, CpuCounter counter) {
    List<Series> counters = target(recording, counter.metric()).toList();
    return new TargetLife(
        newest(counters.stream()),
        newest(scraped(recording)).orElse(0),
        counters.stream().flatMap(TargetLife::resets).distinct().sorted().toList(),
        target(recording, START).flatMap(series -> series.samples().stream()).toList());
  }

  /** Whether the series stop while the exporter answers on. */
  boolean endsBeforeTheScrapes(long intervalMillis) {
    return lastSampleMillis.isPresent()
        && lastSampleMillis.getAsLong() + intervalMillis + intervalMillis / 2 <= lastScrapeMillis;
  }

  /** Whether a process is there that began after an instant, and before it another one was. */
  boolean beganAnewAfter(long timeMillis) {
    return !starts.isEmpty()
        && startsBy(starts.getFirst()) <= timeMillis
        && starts.stream().anyMatch(start -> startsBy(start) > timeMillis);
  }

  private static double startsBy(Sample start) {
    return start.value() * 1000 + CUT_MILLIS;
  }

  /** Whether the counter fell in a span. */
  boolean fell(long fromMillis, long toMillis) {
    return resetMillis.stream().anyMatch(reset -> reset > fromMillis && reset <= toMillis);
  }

  private static Stream<Series> target(Recording recording, String metric) {
    return recording.series().stream()
        .filter(series -> series.id().metric().equals(metric))
        .filter(series -> series.id().label("groupname").equals(recording.info().targetGroup()));
  }

  private static Stream<Series> scraped(Recording recording) {
    return recording.series().stream().filter(s -> !ThrottledPeriods.isReading(s.id()));
  }

  private static OptionalLong newest(Stream<Series> all) {
    return all.flatMap(series -> series.samples().stream())
        .filter(sample -> !sample.isStale())
        .mapToLong(Sample::timestampMillis)
        .max();
  }

  private static Stream<Long> resets(Series series) {
    List<Sample> samples = series.samples().stream().filter(s -> !s.isStale()).toList();
    return IntStream.range(1, samples.size())
        .filter(i -> samples.get(i).value() < samples.get(i - 1).value())
        .mapToObj(i -> samples.get(i).timestampMillis());
  }
}
