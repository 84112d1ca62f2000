package ratelab.experiments.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunInfo;
import ratelab.experiments.scenario.BuiltInScenarios;

/** Runs to report on: the recorded original, and a simulated one at speed 10. */
final class SampleRuns {
  private static final String TARGET = "target";
  private static final long HANDLER_MILLIS = 5005;

  private SampleRuns() {}

  /** The original: 155 requests sent, 9 answered, 711 s of drain, ticks only, no forecasts. */
  static Recording original() {
    Marks marks =
        new Marks(
            1795331419483L,
            1795331464483L,
            1795331467057L,
            1795331527057L,
            1795331532148L,
            1795332409483L);
    return new Recording(
        BuiltInScenarios.read("seed"),
        info("original", "original", Map.of("node", "20.20.2", "prometheus", "2.42.0")),
        marks,
        List.of(),
        List.of(),
        List.of(
            original(1, "namedprocess_namegroup_cpu_seconds_total", "mode", "user"),
            original(2, "namedprocess_namegroup_cpu_seconds_total", "mode", "system"),
            original(3, "namedprocess_namegroup_memory_bytes", "memtype", "resident")),
        List.of(),
        new LoadResult(155, 9, 146, 0, 0),
        List.of(),
        rows("original-handler-starts.csv").stream().map(SampleRuns::handled).toList(),
        List.of(),
        Optional.empty());
  }

  /** A run of the seed scenario at speed 10 with both counters and an oracle. */
  static Recording fast() {
    Recording run =
        new SimulatedLab(SimulatedWorld.asTheOriginal(3))
            .record(BuiltInScenarios.read("seed").at(10), LabListener.SILENT);
    List<Series> series = new ArrayList<>(run.series());
    series.add(memory(run.series().getFirst().samples()));
    return new Recording(
        run.scenario(),
        info("seed-20270115T080000Z", "local", Map.of("java", "25.0.3", "kernel", "6.12.0")),
        run.marks(),
        run.calibration(),
        run.forecasts(),
        series,
        run.scrapeFailures(),
        run.load(),
        run.attempts(),
        run.handled(),
        run.cpuReadings(),
        Optional.of(new OracleResult("2.42.0", 5184, 0, List.of(), List.of())));
  }

  private static RunInfo info(String id, String lab, Map<String, String> versions) {
    return new RunInfo(id, lab, TARGET, versions, 2, 100, Dialect.V2_42);
  }

  private static Series memory(List<Sample> times) {
    return new Series(
        SeriesId.of(
            "namedprocess_namegroup_memory_bytes",
            Map.of("groupname", TARGET, "memtype", "resident")),
        times.stream()
            .map(s -> new Sample(s.timestampMillis(), 98_000_000 + s.timestampMillis() % 7 * 4096))
            .toList());
  }

  private static Series original(int column, String metric, String label, String value) {
    return new Series(
        SeriesId.of(metric, Map.of("groupname", TARGET, label, value)),
        rows("original-samples.csv").stream()
            .map(r -> new Sample(Long.parseLong(r[0]), Double.parseDouble(r[column])))
            .toList());
  }

  private static HandledRequest handled(String[] row) {
    long start = Long.parseLong(row[1]);
    return new HandledRequest(
        "", OptionalInt.empty(), start, start + HANDLER_MILLIS, OptionalLong.empty());
  }

  private static List<String[]> rows(String resource) {
    try (InputStream in = SampleRuns.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
