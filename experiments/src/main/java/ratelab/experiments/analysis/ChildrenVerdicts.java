package ratelab.experiments.analysis;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.Recording;

/**
 * Judges how much of the CPU of short-lived children is in no sample. A scrape at a random moment
 * of the interval S sees a child that lives for L < S with the chance L/S, and then half of it on
 * average: a share of L/(2S) is seen. Of a longer one all is seen but what came after the last
 * scrape: 1 - S/(2L).
 *
 * <p>The exporter counts whoever looks. Beside a real Prometheus it is scraped twice as often, at
 * two phases that may coincide or lie half an interval apart: between the shares of S and of S/2.
 */
final class ChildrenVerdicts {
  private static final String CHILDREN = "-children";
  private static final int STANDARD_ERRORS = 3;

  private final Recording recording;

  ChildrenVerdicts(Recording recording) {
    this.recording = recording;
  }

  Stream<Verdict> missed() {
    return Stream.of(CpuCounter.values()).map(this::missed);
  }

  private Verdict missed(CpuCounter counter) {
    String name =
        "CPU of children that the "
            + (counter == CpuCounter.NANOSECONDS ? "nanosecond" : "tick")
            + " counter misses";
    List<HandledRequest> parents =
        Requests.ofTheLoad(recording).stream().filter(h -> h.childCpuNanos().isPresent()).toList();
    double spent = parents.stream().mapToLong(h -> h.childCpuNanos().getAsLong()).sum() / 1e9;
    if (spent <= 0) {
      return Verdicts.inconclusive(
          name, "unknown", "unknown", "The target's handler log names no CPU of children.");
    }
    int children = parents.size() * recording.scenario().target().children();
    double intervals = lifeMillis(parents) / recording.scenario().scrapeInterval().toMillis();
    double most = 1 - seenShare(intervals);
    double least = 1 - seenShare(intervals * scrapers());
    double deviation = Math.max(deviation(intervals), deviation(intervals * scrapers()));
    double tolerance =
        STANDARD_ERRORS * deviation / Math.sqrt(children) + resolution(counter, children, spent);
    double observed = 1 - seenSeconds(counter) / spent;
    return Verdicts.judged(
        name,
        scrapers() == 1
            ? percent(most)
            : percent(least) + " to " + percent(most) + ", by the phase of Prometheus' scrapes",
        String.format(Locale.ROOT, "%s of %.2f s by their own reading", percent(observed), spent),
        String.format(
            Locale.ROOT,
            "± %.1f %%: 3 standard errors of %d children, and the counter's resolution",
            tolerance * 100,
            children),
        observed >= least - tolerance && observed <= most + tolerance,
        "The counter saw more or less of the children than scrapes at random moments can.");
  }

  private int scrapers() {
    return recording.oracle().isPresent() ? 2 : 1;
  }

  static double seenShare(double intervals) {
    return intervals < 1 ? intervals / 2 : 1 - 1 / (2 * intervals);
  }

  /** Of the seen share of one child, over all moments of its birth. */
  static double deviation(double intervals) {
    return intervals < 1
        ? Math.sqrt(intervals / 3 - intervals * intervals / 4)
        : 1 / (intervals * Math.sqrt(12));
  }

  /** Of each child, user and system time are cut to whole ticks. */
  private double resolution(CpuCounter counter, int children, double spent) {
    return counter == CpuCounter.NANOSECONDS
        ? 0
        : Math.min(1, 2.0 * children / recording.info().clockTicksPerSecond() / spent);
  }

  /** How long a child lives: they follow one another for as long as their request is worked on. */
  private double lifeMillis(List<HandledRequest> parents) {
    OptionalDouble mean =
        parents.stream().mapToDouble(h -> h.endMillis() - h.startMillis()).average();
    return mean.orElse(0) / recording.scenario().target().children();
  }

  private double seenSeconds(CpuCounter counter) {
    String group = recording.info().targetGroup() + CHILDREN;
    return recording.series().stream()
        .filter(s -> s.id().metric().equals(counter.metric()))
        .filter(s -> s.id().label("groupname").equals(group))
        .mapToDouble(this::rise)
        .sum();
  }

  /**
   * A group without processes ends, so after a missing sample its counter began anew at its
   * children's birth; only the scrapes from the load's start on count.
   */
  private double rise(Series series) {
    long interval = recording.scenario().scrapeInterval().toMillis();
    double seen = 0;
    double previous = 0;
    long previousMillis = Long.MIN_VALUE / 2;
    for (Sample sample : series.samples()) {
      boolean goesOn =
          sample.timestampMillis() - previousMillis <= interval + interval / 2
              && sample.value() >= previous;
      if (sample.timestampMillis() >= recording.marks().loadStartMillis()) {
        seen += goesOn ? sample.value() - previous : sample.value();
      }
      previous = sample.value();
      previousMillis = sample.timestampMillis();
    }
    return seen;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
