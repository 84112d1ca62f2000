package ratelab.experiments.recording;

import java.nio.file.Path;
import java.util.List;

/** {@code cpu.csv}: the target's CPU time by the measure that is independent of the exporter. */
final class CpuFile {
  private static final Table TABLE = new Table("cpu", "timestamp_ms", "cpu_ns");

  private CpuFile() {}

  static String text(List<CpuReading> readings) {
    return TABLE.text(
        readings.stream().map(r -> r.timestampMillis() + "," + r.cpuNanos()).toList());
  }

  static List<CpuReading> read(Path path) {
    return TABLE.read(
        path,
        row ->
            new CpuReading(
                row.millis("timestamp_ms"), row.value("cpu_ns", "nanoseconds", Long::valueOf)));
  }
}
