package ratelab.experiments.analysis;

import java.util.List;
import java.util.OptionalDouble;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Disturbance.Act;

/**
 * What a target cost in a run; for comparing targets. What is not known is absent.
 *
 * @param cpuSecondsPerRequest CPU time above idle from the load's start on, by the requests worked
 *     off since; absent where the target was restarted, for its start takes CPU, too
 * @param idleCores CPU rate of the idle target
 * @param residentBytes its largest resident memory
 */
public record Figures(
    OptionalDouble cpuSecondsPerRequest, OptionalDouble idleCores, OptionalDouble residentBytes) {
  private static final String MEMORY = "namedprocess_namegroup_memory_bytes";

  /** The figures of a run. */
  public static Figures of(Recording recording) {
    Signal signal = Signal.of(recording);
    boolean hasIdle =
        !signal
            .track()
            .gaps(recording.marks().idleStartMillis(), recording.marks().calibrationStartMillis())
            .isEmpty();
    return new Figures(
        cpuPerRequest(recording, signal),
        hasIdle ? OptionalDouble.of(signal.idleCores()) : OptionalDouble.empty(),
        resident(recording));
  }

  private static OptionalDouble cpuPerRequest(Recording recording, Signal signal) {
    Marks marks = recording.marks();
    long requests = Requests.ofTheLoad(recording).size();
    List<CounterTrack.Gap> gaps = signal.track().gaps(marks.loadStartMillis(), marks.endMillis());
    boolean isOneProcess =
        recording.disturbed().stream().noneMatch(d -> d.act() == Act.RESTART_TARGET);
    if (requests == 0 || gaps.isEmpty() || !isOneProcess) {
      return OptionalDouble.empty();
    }
    double seconds =
        gaps.stream()
            .mapToDouble(
                gap ->
                    (gap.cores() - signal.idleCores()) * (gap.toMillis() - gap.fromMillis()) / 1000)
            .sum();
    return OptionalDouble.of(Math.max(0, seconds) / requests);
  }

  private static OptionalDouble resident(Recording recording) {
    return recording.series().stream()
        .filter(series -> series.id().metric().equals(MEMORY))
        .filter(series -> series.id().label("groupname").equals(recording.info().targetGroup()))
        .filter(series -> series.id().label("memtype").equals("resident"))
        .flatMap(series -> series.samples().stream())
        .mapToDouble(Sample::value)
        .max();
  }
}
