package ratelab.experiments.analysis;

import java.util.List;
import java.util.Optional;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.CpuReading;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Counter;

/**
 * CPU time of the target from the first to the last scrape within the load, by one counter and by
 * the independent measure.
 *
 * @param fromMillis the first scrape, milliseconds since the epoch
 * @param toMillis the last scrape
 * @param countedSeconds what the counter rose by
 * @param independentSeconds what the scheduler accounted the target's threads; more than 0
 */
public record CountedCpu(
    long fromMillis, long toMillis, double countedSeconds, double independentSeconds) {
  /** The group that the reference exporter's samples are recorded under. */
  static final String REFERENCE = "-reference";

  /**
   * Counted too much (positive) or too little (negative), as a share of the independent measure.
   */
  public double errorShare() {
    return (countedSeconds - independentSeconds) / independentSeconds;
  }

  /** The independent measure as a mean rate, in cores. */
  public double independentCores() {
    return independentSeconds * 1000 / (toMillis - fromMillis);
  }

  /**
   * Empty where the counter has no two samples in the load, or nothing independent was measured.
   */
  public static Optional<CountedCpu> of(Recording recording, Counter counter) {
    CounterTrack track = track(recording, counter);
    Optional<Sample> first = track.atOrAfter(recording.marks().loadStartMillis());
    Optional<Sample> last = track.atOrBefore(recording.marks().loadStopMillis());
    return first.isEmpty() || last.isEmpty()
        ? Optional.empty()
        : between(recording.cpuReadings(), first.get(), last.get());
  }

  static CounterTrack track(Recording recording, Counter counter) {
    String group = recording.info().targetGroup();
    return switch (counter) {
      case NANOSECONDS ->
          CounterTrack.of(recording.series(), CpuCounter.NANOSECONDS.metric(), group);
      case TICKS -> CounterTrack.of(recording.series(), CpuCounter.TICKS.metric(), group);
      case REFERENCE ->
          CounterTrack.of(recording.series(), CpuCounter.TICKS.metric(), group + REFERENCE);
    };
  }

  /** Each reading is made right before its scrape. */
  private static Optional<CountedCpu> between(
      List<CpuReading> readings, Sample first, Sample last) {
    Optional<Double> from = independentAt(readings, first.timestampMillis());
    Optional<Double> to = independentAt(readings, last.timestampMillis());
    if (from.isEmpty() || to.isEmpty() || to.get() <= from.get()) {
      return Optional.empty();
    }
    return Optional.of(
        new CountedCpu(
            first.timestampMillis(),
            last.timestampMillis(),
            last.value() - first.value(),
            (to.get() - from.get()) / 1e9));
  }

  /** Between the two readings around an instant the target is taken to have worked evenly. */
  private static Optional<Double> independentAt(List<CpuReading> readings, long timeMillis) {
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
