package ratelab.experiments.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.Recording;

/**
 * CPU time of the children that the load's requests started, by their own reading and by the
 * exporter's counters.
 *
 * @param children how many there were
 * @param lifeMillis how long one lived
 * @param spentSeconds what they used by their own reading; more than 0
 * @param seenSeconds what each counter shows of it
 */
public record ChildrenCpu(
    int children, double lifeMillis, double spentSeconds, Map<CpuCounter, Double> seenSeconds) {
  private static final String GROUP = "-children";

  public ChildrenCpu {
    seenSeconds = Map.copyOf(seenSeconds);
  }

  /** What a counter shows of the children's CPU, in seconds. */
  public double seenSeconds(CpuCounter counter) {
    return seenSeconds.getOrDefault(counter, 0.0);
  }

  /** The share of the children's CPU that is in no sample of a counter. */
  public double missedShare(CpuCounter counter) {
    return 1 - seenSeconds(counter) / spentSeconds;
  }

  /** Empty where the target's handler log names no CPU of children. */
  public static Optional<ChildrenCpu> of(Recording recording) {
    List<HandledRequest> parents =
        Requests.ofTheLoad(recording).stream().filter(h -> h.childCpuNanos().isPresent()).toList();
    double spent = parents.stream().mapToLong(h -> h.childCpuNanos().getAsLong()).sum() / 1e9;
    if (spent <= 0) {
      return Optional.empty();
    }
    int each = recording.scenario().target().children();
    return Optional.of(
        new ChildrenCpu(
            parents.size() * each,
            workedMillis(parents) / each,
            spent,
            Map.of(
                CpuCounter.NANOSECONDS,
                seen(recording, CpuCounter.NANOSECONDS),
                CpuCounter.TICKS,
                seen(recording, CpuCounter.TICKS))));
  }

  /** Children follow one another for as long as their request is worked on. */
  private static double workedMillis(List<HandledRequest> parents) {
    OptionalDouble mean =
        parents.stream().mapToDouble(h -> h.endMillis() - h.startMillis()).average();
    return mean.orElse(0);
  }

  private static double seen(Recording recording, CpuCounter counter) {
    String group = recording.info().targetGroup() + GROUP;
    return recording.series().stream()
        .filter(s -> s.id().metric().equals(counter.metric()))
        .filter(s -> s.id().label("groupname").equals(group))
        .mapToDouble(series -> rise(recording, series))
        .sum();
  }

  /**
   * A group without processes ends, so after a missing sample its counter began anew at its
   * children's birth; only the scrapes from the load's start on count.
   */
  private static double rise(Recording recording, Series series) {
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
}
