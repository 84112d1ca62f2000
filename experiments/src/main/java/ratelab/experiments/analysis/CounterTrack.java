package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;

/**
 * The CPU time of a group, scrape by scrape: all series of one counter (user and system, say) added
 * up and freed of resets.
 *
 * @param samples CPU seconds counted since the first sample, oldest first
 */
record CounterTrack(List<Sample> samples) {
  CounterTrack {
    samples = List.copyOf(samples);
  }

  /**
   * What the counter did between two scrapes.
   *
   * @param fromMillis the earlier scrape
   * @param toMillis the later scrape
   * @param cores mean CPU rate between them
   */
  record Gap(long fromMillis, long toMillis, double cores) {}

  static CounterTrack of(Collection<Series> all, String metric, String group) {
    Map<Long, Double> totals = new TreeMap<>();
    for (Series series : all) {
      if (series.id().metric().equals(metric) && series.id().label("groupname").equals(group)) {
        addUp(series.samples().stream().filter(s -> !s.isStale()).toList(), totals);
      }
    }
    return new CounterTrack(
        totals.entrySet().stream().map(e -> new Sample(e.getKey(), e.getValue())).toList());
  }

  private static void addUp(List<Sample> samples, Map<Long, Double> totals) {
    double counted = 0;
    double previous = samples.isEmpty() ? 0 : samples.getFirst().value();
    for (Sample sample : samples) {
      counted += sample.value() >= previous ? sample.value() - previous : sample.value();
      previous = sample.value();
      totals.merge(sample.timestampMillis(), counted, Double::sum);
    }
  }

  boolean isEmpty() {
    return samples.isEmpty();
  }

  /** The gaps that lie wholly inside a span. */
  List<Gap> gaps(long fromMillis, long toMillis) {
    List<Gap> gaps = new ArrayList<>();
    for (int i = 1; i < samples.size(); i++) {
      Sample a = samples.get(i - 1);
      Sample b = samples.get(i);
      if (a.timestampMillis() >= fromMillis && b.timestampMillis() <= toMillis) {
        double seconds = (b.timestampMillis() - a.timestampMillis()) / 1000.0;
        gaps.add(
            new Gap(a.timestampMillis(), b.timestampMillis(), (b.value() - a.value()) / seconds));
      }
    }
    return gaps;
  }

  /** From the last sample before an instant to the first one after it. */
  Span around(long timeMillis) {
    return new Span(
        atOrBefore(timeMillis - 1).map(Sample::timestampMillis).orElse(Span.ALL.fromMillis()),
        atOrAfter(timeMillis + 1).map(Sample::timestampMillis).orElse(Span.ALL.toMillis()));
  }

  /** The last sample at or before an instant. */
  Optional<Sample> atOrBefore(long timeMillis) {
    return samples.stream().filter(s -> s.timestampMillis() <= timeMillis).reduce((a, b) -> b);
  }

  /** The first sample at or after an instant. */
  Optional<Sample> atOrAfter(long timeMillis) {
    return samples.stream().filter(s -> s.timestampMillis() >= timeMillis).findFirst();
  }
}
