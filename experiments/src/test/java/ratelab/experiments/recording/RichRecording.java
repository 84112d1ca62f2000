package ratelab.experiments.recording;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.WindowReturn;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.ForecastStage;

/** A recording in which everything occurs that a recording can hold, values at their edges. */
final class RichRecording {
  private static final long START = 1_795_331_467_057L;

  private RichRecording() {}

  static Recording get() {
    return Recording.of(
            BuiltInScenarios.read("seed").at(10),
            new RunInfo(
                "seed-20261122T120000Z",
                "local",
                "target",
                Map.of("ratelab", "0.1.0", "kernel", "6.1 \"x\"\n"),
                2,
                100,
                Dialect.V2_42),
            new Marks(
                START - 9000, START - 1500, START, START + 6000, START + 6512, START + 80_000),
            new LoadResult(155, 9, 140, 1, 5))
        .calibration(List.of(Duration.ofNanos(505_000_001), Duration.ofMillis(503)))
        .forecasts(List.of(forecast(ForecastStage.BEFORE_LOAD), forecast(ForecastStage.LOAD_END)))
        .series(List.of(cpu(), edges()))
        .scrapeFailures(
            List.of(
                new ScrapeFailure(
                    START + 3000, "the exporter answered 500; see logs/exporter.log")))
        .attempts(attempts())
        .handled(handled())
        .cpuReadings(
            List.of(new CpuReading(START, 130_000_000), new CpuReading(START + 1000, 132_512_345)))
        .oracle(Optional.of(oracle()))
        .build();
  }

  private static Forecast forecast(ForecastStage stage) {
    return new Forecast(
        stage,
        START - 10,
        Duration.ofNanos(505_000_001),
        154,
        10,
        144,
        START + 6500,
        START + 77_600,
        Duration.ofMillis(1505),
        List.of(
            new WindowReturn(Duration.ofSeconds(3), START + 79_100, START + 80_600),
            new WindowReturn(Duration.ofSeconds(6), START + 82_100, START + 83_600)));
  }

  private static Series cpu() {
    return new Series(
        SeriesId.of(
            "namedprocess_namegroup_cpu_seconds_total",
            Map.of("groupname", "target", "mode", "user")),
        List.of(
            new Sample(START, 0.13),
            new Sample(START + 1500, 0.1 + 0.2),
            Sample.stale(START + 3000)));
  }

  private static Series edges() {
    return new Series(
        SeriesId.of("edges", Map.of("text", "a \"b\", c=\\d\\\nend}", "other", "")),
        List.of(
            new Sample(1, 0),
            new Sample(2, -0.0),
            new Sample(3, Double.NaN),
            new Sample(4, Double.POSITIVE_INFINITY),
            new Sample(5, Double.NEGATIVE_INFINITY),
            new Sample(6, Double.MIN_VALUE),
            new Sample(7, Double.MAX_VALUE),
            new Sample(8, 9_007_199_254_740_994.0),
            new Sample(9, -12_345_678),
            new Sample(10, 1.0E-4)));
  }

  private static List<Attempt> attempts() {
    return List.of(
        new Attempt(
            "1",
            OptionalInt.of(41_234),
            START + 0.125,
            OptionalDouble.of(START + 5012.001),
            Outcome.OK,
            OptionalInt.of(200)),
        new Attempt(
            "2",
            OptionalInt.of(41_235),
            START + 0.25,
            OptionalDouble.of(START + 2000),
            Outcome.TIMEOUT),
        new Attempt("3", OptionalInt.empty(), START, OptionalDouble.of(START + 1), Outcome.CONNECT),
        new Attempt(
            "4", OptionalInt.of(41_236), START + 6000, OptionalDouble.empty(), Outcome.IN_FLIGHT));
  }

  private static List<HandledRequest> handled() {
    return List.of(
        new HandledRequest(
            "1",
            OptionalInt.of(41_234),
            START + 0.5,
            START + 505.123,
            OptionalLong.of(130_000_000)),
        new HandledRequest(
            "", OptionalInt.empty(), START + 506, START + 1010.004, OptionalLong.empty()));
  }

  private static OracleResult oracle() {
    Curve curve =
        new Curve(
            List.of(
                new Curve.Point(START, OptionalDouble.empty()),
                new Curve.Point(START + 500, OptionalDouble.of(0.1 / 3))));
    return new OracleResult(
        "2.42.0",
        3,
        1,
        List.of("rate[3s] at 1795331467557: server 0.03, model 0.04"),
        List.of(
            new WindowCurve(Duration.ofSeconds(3), curve),
            new WindowCurve(Duration.ofMillis(6500), new Curve(List.of()))),
        List.of(
            new Series(
                SeriesId.of("cpu_seconds_total", Map.of("groupname", "target")),
                List.of(new Sample(START + 200, 0.1), new Sample(START + 700, 0.2)))));
  }
}
