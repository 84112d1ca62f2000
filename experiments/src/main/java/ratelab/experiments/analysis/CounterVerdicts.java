package ratelab.experiments.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Counter;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Words;

/** Judges counters against the independent measure, over the time in which the load ran. */
final class CounterVerdicts {
  /** User and system are each cut to whole ticks, at both ends. */
  private static final int CUT_OFF = 2;

  private final Recording recording;

  CounterVerdicts(Recording recording) {
    this.recording = recording;
  }

  /** Nothing where the reference is not installed: what is not there has no error. */
  Stream<Verdict> error(Expectation.CounterError expected) {
    return expected.counter() == Counter.REFERENCE
            && CountedCpu.track(recording, Counter.REFERENCE).isEmpty()
        ? Stream.empty()
        : Stream.of(judge(expected));
  }

  private Verdict judge(Expectation.CounterError expected) {
    String name = Words.of(expected.counter()) + " agree with the independent measure";
    Optional<CountedCpu> measured = CountedCpu.of(recording, expected.counter());
    if (measured.isEmpty()) {
      return Verdicts.inconclusive(
          name,
          "0 %",
          "unknown",
          "Nothing independent tells the target's CPU: the kernel has no schedstat, or the load was"
              + " too short for two scrapes.");
    }
    CountedCpu cpu = measured.get();
    double late = lateShare(expected.counter(), cpu);
    if (resolution(expected.counter()) >= cpu.independentSeconds()) {
      return belowResolution(expected, cpu, late);
    }
    double resolution = resolution(expected.counter()) / cpu.independentSeconds();
    double tolerance = expected.atMost() + resolution + late;
    return Verdicts.judged(
        name,
        "0 %",
        String.format(
            Locale.ROOT,
            "%+.3f %% (%.4f s counted, %.4f s independent)",
            cpu.errorShare() * 100,
            cpu.countedSeconds(),
            cpu.independentSeconds()),
        String.format(
            Locale.ROOT,
            "± %.2f %%, of which %.2f %% are the counter's resolution and %.2f %% the time that its"
                + " scrapes took",
            tolerance * 100,
            resolution * 100,
            late * 100),
        Math.abs(cpu.errorShare()) <= tolerance,
        "The counter shows another CPU time than the scheduler's own account of the threads.");
  }

  /**
   * So little was spent that a counter which stands still would agree; only too much can be seen.
   */
  private Verdict belowResolution(Expectation.CounterError expected, CountedCpu cpu, double late) {
    String counter = Words.of(expected.counter());
    double resolution = resolution(expected.counter());
    double most = cpu.independentSeconds() * (1 + expected.atMost() + late) + resolution;
    String observed =
        String.format(
            Locale.ROOT,
            "%.4f s counted, %.4f s independent",
            cpu.countedSeconds(),
            cpu.independentSeconds());
    if (!expected.unlessBelowResolution()) {
      return Verdicts.inconclusive(
          counter + " agree with the independent measure",
          "0 %",
          observed,
          String.format(
              Locale.ROOT,
              "The load spent less than this counter can tell (%.4f s): one that stands still would"
                  + " agree. Give it more cpu or time, or expect it: unless: below-resolution.",
              resolution));
    }
    return Verdicts.judged(
        counter + " are below their resolution, and no evidence of agreement",
        String.format(Locale.ROOT, "at most %.4f s counted", most),
        observed,
        String.format(
            Locale.ROOT, "a resolution of %.4f s, which the load did not spend", resolution),
        cpu.countedSeconds() <= most,
        "The counter shows more CPU time than was spent and its resolution allows.");
  }

  /** Seconds by which a counter may be off without being wrong. */
  private double resolution(Counter counter) {
    return counter == Counter.NANOSECONDS
        ? 0
        : (double) CUT_OFF / recording.info().clockTicksPerSecond();
  }

  /**
   * A counter is read at an unknown instant of its scrape, and the sample bears the scrape's start:
   * the time between two readings may differ from that between their stamps by as much as the
   * longer of the two scrapes took. As a share of that time.
   */
  private double lateShare(Counter counter, CountedCpu cpu) {
    String group =
        counter == Counter.REFERENCE ? recording.info().targetGroup() + CountedCpu.REFERENCE : "";
    double seconds =
        ScrapeTimes.took(recording, group)
            .filter(
                took ->
                    took.timestampMillis() == cpu.fromMillis()
                        || took.timestampMillis() == cpu.toMillis())
            .mapToDouble(Sample::value)
            .max()
            .orElse(0);
    return seconds * 1000 / (cpu.toMillis() - cpu.fromMillis());
  }
}
