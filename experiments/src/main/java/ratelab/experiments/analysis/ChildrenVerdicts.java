package ratelab.experiments.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.recording.CpuCounter;
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
    Optional<ChildrenCpu> cpu = ChildrenCpu.of(recording);
    if (cpu.isEmpty()) {
      return Verdicts.inconclusive(
          name, "unknown", "unknown", "The target's handler log names no CPU of children.");
    }
    int children = cpu.get().children();
    double spent = cpu.get().spentSeconds();
    double intervals = cpu.get().lifeMillis() / recording.scenario().scrapeInterval().toMillis();
    double most = 1 - seenShare(intervals);
    double least = 1 - seenShare(intervals * scrapers());
    double deviation = Math.max(deviation(intervals), deviation(intervals * scrapers()));
    double tolerance =
        STANDARD_ERRORS * deviation / Math.sqrt(children) + resolution(counter, children, spent);
    double observed = cpu.get().missedShare(counter);
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

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
