package ratelab.experiments.report.figure;

import java.util.Map;
import java.util.Optional;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Recording;

/** The exporter's series of the target's group. */
final class TargetSeries {
  private static final String CPU_SECONDS = "namedprocess_namegroup_cpu_seconds_total";
  private static final String CPU_RUNTIME = "namedprocess_namegroup_cpu_runtime_seconds_total";
  private static final String MEMORY_BYTES = "namedprocess_namegroup_memory_bytes";

  private final Recording recording;

  TargetSeries(Recording recording) {
    this.recording = recording;
  }

  Optional<Series> user() {
    return find(CPU_SECONDS, Map.of("mode", "user"));
  }

  Optional<Series> system() {
    return find(CPU_SECONDS, Map.of("mode", "system"));
  }

  Optional<Series> nanoseconds() {
    return find(CPU_RUNTIME, Map.of());
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
