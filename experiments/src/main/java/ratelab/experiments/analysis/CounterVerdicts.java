package ratelab.experiments.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.CpuReading;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Counter;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Words;

/** Judges counters against the independent measure, over the time in which the load ran. */
final class CounterVerdicts {
  /** The group that the reference exporter's samples are recorded under. */
  private static final String REFERENCE = "-reference";

  /** User and system are each cut to whole ticks, at both ends. */
  private static final int CUT_OFF = 2;

  private final Recording recording;

  CounterVerdicts(Recording recording) {
    this.recording = recording;
  }

  /** Nothing where the reference is not installed: what is not there has no error. */
  Stream<Verdict> error(Expectation.CounterError expected) {
    CounterTrack track = track(expected.counter());
    return expected.counter() == Counter.REFERENCE && track.isEmpty()
        ? Stream.empty()
        : Stream.of(judge(expected, track));
  }

  private Verdict judge(Expectation.CounterError expected, CounterTrack track) {
    String name = Words.of(expected.counter()) + " agree with the independent measure";
    Optional<Sample> first = track.atOrAfter(recording.marks().loadStartMillis());
    Optional<Sample> last = track.atOrBefore(recording.marks().loadStopMillis());
    Optional<Double> independent =
        first.isEmpty() || last.isEmpty()
            ? Optional.empty()
            : independent(first.get().timestampMillis(), last.get().timestampMillis());
    if (independent.isEmpty() || independent.get() <= 0) {
      return Verdicts.inconclusive(
          name,
          "0 %",
          "unknown",
          "Nothing independent tells the target's CPU: the kernel has no schedstat, or the load was"
              + " too short for two scrapes.");
    }
    double counted = last.get().value() - first.get().value();
    double late = lateShare(expected.counter(), first.get(), last.get());
    if (resolution(expected.counter()) >= independent.get()) {
      return belowResolution(expected, counted, independent.get(), late);
    }
    double error = (counted - independent.get()) / independent.get();
    double resolution = resolution(expected.counter()) / independent.get();
    double tolerance = expected.atMost() + resolution + late;
    return Verdicts.judged(
        name,
        "0 %",
        String.format(
            Locale.ROOT,
            "%+.3f %% (%.4f s counted, %.4f s independent)",
            error * 100,
            counted,
            independent.get()),
        String.format(
            Locale.ROOT,
            "± %.2f %%, of which %.2f %% are the counter's resolution and %.2f %% the time that its"
                + " scrapes took",
            tolerance * 100,
            resolution * 100,
            late * 100),
        Math.abs(error) <= tolerance,
        "The counter shows another CPU time than the scheduler's own account of the threads.");
  }

  /**
   * So little was spent that a counter which stands still would agree; only too much can be seen.
   */
  private Verdict belowResolution(
      Expectation.CounterError expected, double counted, double independent, double late) {
    String counter = Words.of(expected.counter());
    double resolution = resolution(expected.counter());
    double most = independent * (1 + expected.atMost() + late) + resolution;
    String observed =
        String.format(Locale.ROOT, "%.4f s counted, %.4f s independent", counted, independent);
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
        counted <= most,
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
  private double lateShare(Counter counter, Sample first, Sample last) {
    String group = counter == Counter.REFERENCE ? recording.info().targetGroup() + REFERENCE : "";
    double seconds =
        ScrapeTimes.took(recording, group)
            .filter(
                took ->
                    took.timestampMillis() == first.timestampMillis()
                        || took.timestampMillis() == last.timestampMillis())
            .mapToDouble(Sample::value)
            .max()
            .orElse(0);
    return seconds * 1000 / (last.timestampMillis() - first.timestampMillis());
  }

  private CounterTrack track(Counter counter) {
    String group = recording.info().targetGroup();
    return switch (counter) {
      case NANOSECONDS ->
          CounterTrack.of(recording.series(), CpuCounter.NANOSECONDS.metric(), group);
      case TICKS -> CounterTrack.of(recording.series(), CpuCounter.TICKS.metric(), group);
      case REFERENCE ->
          CounterTrack.of(recording.series(), CpuCounter.TICKS.metric(), group + REFERENCE);
    };
  }

  /** CPU seconds between two instants, each read right before its scrape. */
  private Optional<Double> independent(long fromMillis, long toMillis) {
    Optional<Double> from = independentAt(fromMillis);
    Optional<Double> to = independentAt(toMillis);
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of((to.get() - from.get()) / 1e9);
  }

  /** Between the two readings around an instant the target is taken to have worked evenly. */
  private Optional<Double> independentAt(long timeMillis) {
    List<CpuReading> readings = recording.cpuReadings();
    for (int i = 0; i < readings.size(); i++) {
      CpuReading after = readings.get(i);
      if (after.timestampMillis() == timeMillis) {
        return Optional.of((double) after.cpuNanos());
      }
      if (after.timestampMillis() > timeMillis) {
        return i == 0
            ? Optional.empty()
            : Optional.of(between(readings.get(i - 1), after, timeMillis));
      }
    }
    return Optional.empty();
  }

  private static double between(CpuReading before, CpuReading after, long timeMillis) {
    double share =
        (double) (timeMillis - before.timestampMillis())
            / (after.timestampMillis() - before.timestampMillis());
    return before.cpuNanos() + share * (after.cpuNanos() - before.cpuNanos());
  }
}
