package ratelab.experiments.report.figure;

import java.util.Map;
import java.util.Optional;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Recording;

/** The exporter's series of the target's group. */
final class TargetSeries {
  private static final String MEMORY_BYTES = "namedprocess_namegroup_memory_bytes";

  private final Recording recording;

  TargetSeries(Recording recording) {
    this.recording = recording;
  }

  Optional<Series> user() {
    return find(CpuCounter.TICKS.metric(), Map.of("mode", "user"));
  }

  Optional<Series> system() {
    return find(CpuCounter.TICKS.metric(), Map.of("mode", "system"));
  }

  Optional<Series> nanoseconds() {
    return find(CpuCounter.NANOSECONDS.metric(), Map.of());
  }

  /** The finest counter that there is; it has a sample at every scrape. */
  Optional<Series> cpu() {
    return nanoseconds().or(this::user);
  }

  Optional<Series> residentMemory() {
    return find(MEMORY_BYTES, Map.of("memtype", "resident"));
  }

  private Optional<Series> find(String metric, Map<String, String> labels) {
    return recording.series().stream()
        .filter(s -> s.id().metric().equals(metric))
        .filter(s -> s.id().label("groupname").equals(recording.info().targetGroup()))
        .filter(
            s ->
                labels.entrySet().stream()
                    .allMatch(l -> s.id().label(l.getKey()).equals(l.getValue())))
        .findFirst();
  }
}
