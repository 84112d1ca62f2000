package ratelab.experiments.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Disturbance.Act;

/**
 * What a target cost in a run; for comparing targets. What is not known is absent.
 *
 * @param cpuSecondsPerRequest CPU time above idle from the load's start on, by the requests worked
 *     off since; absent where the target was restarted, for its start takes CPU, too, and where the
 *     counter began anew, for what it had counted since the scrape before is in no sample
 * @param idleCores CPU rate of the idle target
 * @param residentBytes its largest resident memory
 */
public record Figures(
    OptionalDouble cpuSecondsPerRequest, OptionalDouble idleCores, OptionalDouble residentBytes) {
  /** After these the counter is another one, also where it is not seen to fall. */
  private static final Set<Act> BREAKS =
      EnumSet.of(Act.RESTART_TARGET, Act.RESET_COUNTER, Act.RESTART_EXPORTER);

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
    if (requests == 0 || gaps.isEmpty() || beganAnew(recording, signal.counter())) {
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

  /** Whether what the counter counted under the load is in part not known. */
  static boolean beganAnew(Recording recording, CpuCounter counter) {
    Marks marks = recording.marks();
    return TargetLife.of(recording, counter).fell(marks.loadStartMillis(), marks.endMillis())
        || recording.disturbed().stream().anyMatch(d -> BREAKS.contains(d.act()));
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
