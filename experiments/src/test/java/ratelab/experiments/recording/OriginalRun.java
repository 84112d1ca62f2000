package ratelab.experiments.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.RateModel;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.rate.Steps;
import ratelab.experiments.scenario.AcceptPolicy;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Concurrency;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Targets;
import ratelab.experiments.scenario.Work;

/**
 * Makes a recording of the original experiment out of what was kept of it: Prometheus' samples and
 * curve, and the handler's log of starts. The README beside the result says what is not known.
 */
final class OriginalRun {
  private static final long FIRST_SAMPLE = 1_795_331_419_483L;
  private static final long LOAD_START = 1_795_331_467_057L;
  private static final long LOAD_STOP = LOAD_START + 60_000;
  private static final long HEY_EXIT = 1_795_331_532_000L;
  private static final long LAST_SAMPLE = 1_795_332_409_483L;

  /** The median from one start to the next while the server had work. */
  private static final long SERVICE_MILLIS = 5005;

  private static final RangeQuery QUERY =
      new RangeQuery(
          "namedprocess_namegroup_cpu_seconds_total",
          "node",
          RangeFunction.RATE,
          Duration.ofSeconds(30));

  private final Path folder;

  /**
   * A conversion.
   *
   * @param folder with samples.csv, handler-starts.csv and rate30s.csv
   */
  OriginalRun(Path folder) {
    this.folder = folder;
  }

  Recording recording() {
    return Recording.of(
            scenario(),
            new RunInfo("original", "original", "node", versions(), 2, 100, Dialect.V2_42),
            new Marks(FIRST_SAMPLE, LOAD_START, LOAD_START, LOAD_STOP, HEY_EXIT, LAST_SAMPLE),
            new LoadResult(155, 9, 146, 0, 0))
        .series(series())
        .handled(handled())
        .oracle(Optional.of(oracle()))
        .build();
  }

  private static Scenario scenario() {
    return new Scenario(
        "original",
        "The original run as it was recorded - node and express, hey, a real Prometheus",
        Targets.app(
            Platform.NODE,
            Concurrency.SINGLE,
            Work.EXEC,
            Duration.ofSeconds(5),
            Duration.ZERO,
            200,
            AcceptPolicy.ONE),
        new Load(50, Duration.ofMinutes(1), Duration.ofSeconds(20)),
        Duration.ofSeconds(15),
        List.of(Duration.ofSeconds(30), Duration.ofMinutes(1)),
        Duration.ofSeconds(45),
        List.of(new Expectation.ReturnsAsDerived(), new Expectation.CauseIs(Cause.BACKLOG)),
        1,
        List.of());
  }

  private static Map<String, String> versions() {
    return Map.of(
        "node", "20.20.2",
        "uv", "1.46.0",
        "process-exporter", "0.7.10",
        "prometheus", "2.42",
        "hey", "0.1.4");
  }

  private List<Series> series() {
    Map<SeriesId, List<Sample>> samples = new LinkedHashMap<>();
    for (String[] row : rows("samples.csv")) {
      Map<String, String> labels = new LinkedHashMap<>(Map.of("groupname", row[1]));
      int equals = row[2].indexOf('=');
      if (equals > 0) labels.put(row[2].substring(0, equals), row[2].substring(equals + 1));
      samples
          .computeIfAbsent(SeriesId.of(row[0], labels), id -> new ArrayList<>())
          .add(new Sample(Long.parseLong(row[3]), Double.parseDouble(row[4])));
    }
    return samples.entrySet().stream().map(e -> new Series(e.getKey(), e.getValue())).toList();
  }

  /** One handler at a time: it ends after the service time, or where the next one starts. */
  private List<HandledRequest> handled() {
    List<Long> starts =
        rows("handler-starts.csv").stream().map(row -> Long.valueOf(row[1])).toList();
    List<HandledRequest> handled = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      long next = i + 1 < starts.size() ? starts.get(i + 1) : Long.MAX_VALUE;
      long end = Math.min(starts.get(i) + SERVICE_MILLIS, next);
      handled.add(
          new HandledRequest("", OptionalInt.empty(), starts.get(i), end, OptionalLong.empty()));
    }
    return handled;
  }

  /** The server's answers, and how many of them the rate model does not give bit for bit. */
  private OracleResult oracle() {
    Curve curve = curve();
    List<Curve.Point> model = model(curve, series()).points();
    long differing =
        IntStream.range(0, model.size())
            .filter(i -> !model.get(i).equals(curve.points().get(i)))
            .count();
    WindowCurve answers = new WindowCurve(QUERY.window(), curve);
    return new OracleResult(
        "2.42", model.size(), differing, List.of(), List.of(answers), List.of());
  }

  /** What the rate model says where the server gave its answers. */
  static Curve model(Curve answers, List<Series> series) {
    long first = answers.points().getFirst().timeMillis();
    long last = answers.points().getLast().timeMillis();
    Steps steps = new Steps(first, last, Duration.ofSeconds(5));
    return new RateModel(Dialect.V2_42).curve(QUERY, series, steps);
  }

  private Curve curve() {
    return new Curve(rows("rate30s.csv").stream().map(OriginalRun::point).toList());
  }

  private static Curve.Point point(String[] row) {
    return new Curve.Point(
        Long.parseLong(row[0]) * 1000, OptionalDouble.of(Double.parseDouble(row[1])));
  }

  private List<String[]> rows(String file) {
    try {
      return Files.readAllLines(folder.resolve(file)).stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
