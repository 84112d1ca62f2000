package ratelab.experiments.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingReader;
import ratelab.experiments.recording.RunInfo;
import ratelab.experiments.scenario.BuiltInScenarios;

/** Runs to report on: the recorded original, and a simulated one at speed 10. */
final class SampleRuns {
  private static final String TARGET = "target";

  private SampleRuns() {}

  /** The original: 155 requests sent, 9 answered, 711 s of drain, ticks only, no forecasts. */
  static Recording original() {
    return RecordingReader.read(Path.of("examples/original-run"));
  }

  /** A run of the seed scenario at speed 10 with both counters and an oracle. */
  static Recording fast() {
    Recording run =
        new SimulatedLab(SimulatedWorld.asTheOriginal(3))
            .record(BuiltInScenarios.read("seed").at(10), LabListener.SILENT);
    List<Series> series = new ArrayList<>(run.series());
    series.add(memory(run.series().getFirst().samples()));
    return run.with()
        .info(
            new RunInfo(
                "seed-20270115T080000Z",
                "local",
                TARGET,
                Map.of("java", "25.0.3", "kernel", "6.12.0"),
                2,
                100,
                Dialect.V2_42))
        .series(series)
        .oracle(Optional.of(new OracleResult("2.42.0", 5184, 0, List.of(), List.of(), List.of())))
        .build();
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
}
