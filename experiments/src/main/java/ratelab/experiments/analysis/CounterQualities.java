package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.CpuReading;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Words;

/** Measures each counter against the independent measure, and how often it shows nothing. */
final class CounterQualities {
  private CounterQualities() {}

  static List<CounterQuality> of(Recording recording, Findings findings) {
    List<CounterQuality> qualities = new ArrayList<>();
    for (CpuCounter counter : CpuCounter.values()) {
      Signal signal = Signal.of(recording, counter);
      if (!signal.track().isEmpty()) {
        qualities.add(
            new CounterQuality(
                Words.of(counter),
                errorShare(recording, signal.track()),
                zeroShare(recording, findings, counter),
                signal.idleCores(),
                signal.measuredSpreadCores()));
      }
    }
    return qualities;
  }

  /** Counted CPU from the load's start to the end of the recording, against the independent one. */
  private static OptionalDouble errorShare(Recording recording, CounterTrack track) {
    Optional<Sample> first = track.atOrAfter(recording.marks().loadStartMillis());
    Optional<Sample> last = track.atOrBefore(recording.marks().endMillis());
    if (first.isEmpty() || last.isEmpty()) {
      return OptionalDouble.empty();
    }
    Optional<CpuReading> from = nearest(recording, first.get().timestampMillis());
    Optional<CpuReading> to = nearest(recording, last.get().timestampMillis());
    if (from.isEmpty() || to.isEmpty() || to.get().cpuNanos() <= from.get().cpuNanos()) {
      return OptionalDouble.empty();
    }
    double independent = (to.get().cpuNanos() - from.get().cpuNanos()) / 1e9;
    double counted = last.get().value() - first.get().value();
    return OptionalDouble.of((counted - independent) / independent);
  }

  private static Optional<CpuReading> nearest(Recording recording, long timeMillis) {
    long within = recording.scenario().scrapeInterval().toMillis() / 2;
    return recording.cpuReadings().stream()
        .filter(r -> Math.abs(r.timestampMillis() - timeMillis) <= within)
        .min(Comparator.comparingLong(r -> Math.abs(r.timestampMillis() - timeMillis)));
  }

  private static OptionalDouble zeroShare(
      Recording recording, Findings findings, CpuCounter counter) {
    if (findings.windows().isEmpty() || findings.lastWork().isEmpty()) {
      return OptionalDouble.empty();
    }
    WindowFinding shortest = findings.windows().getFirst();
    Curve curve = counter == CpuCounter.TICKS ? shortest.ticks() : shortest.nanos();
    double[] drain =
        curve
            .between(recording.marks().loadEndMillis(), findings.lastWork().get().endMillis())
            .points()
            .stream()
            .flatMapToDouble(p -> p.value().stream())
            .toArray();
    if (drain.length == 0) {
      return OptionalDouble.empty();
    }
    long zeros = Arrays.stream(drain).filter(v -> v == 0).count();
    return OptionalDouble.of((double) zeros / drain.length);
  }
}
