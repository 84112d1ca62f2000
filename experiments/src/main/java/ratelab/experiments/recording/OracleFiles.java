package ratelab.experiments.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.scenario.Durations;

/**
 * The folder {@code oracle}: {@code comparison.json} with what the comparison gave, {@code
 * curves.csv} with the server's own answers, {@code samples.csv} with what it stored.
 */
final class OracleFiles {
  private static final int FORMAT = 1;
  private static final Table CURVES = new Table("curves", "window", "timestamp_ms", "value");

  private OracleFiles() {}

  /** The comparison, which is written last: without it there was no oracle. */
  private record Comparison(
      int format,
      String version,
      long points,
      long differing,
      List<String> differences,
      List<Duration> windows,
      int rows) {}

  static void write(OracleResult oracle, Path folder) {
    List<String> rows = oracle.curves().stream().flatMap(curve -> rows(curve).stream()).toList();
    TextFile.write(curves(folder), CURVES.text(rows));
    if (!oracle.samples().isEmpty()) SamplesFile.write(samples(folder), oracle.samples());
    Comparison comparison =
        new Comparison(
            FORMAT,
            oracle.version(),
            oracle.points(),
            oracle.differing(),
            oracle.differences(),
            oracle.curves().stream().map(WindowCurve::window).toList(),
            rows.size());
    TextFile.write(comparison(folder), Json.page(comparison));
  }

  static Optional<OracleResult> read(Path folder) {
    Path file = comparison(folder);
    if (!Files.exists(file)) return Optional.empty();
    Comparison comparison = Json.readPage(file, Comparison.class, FORMAT);
    return Optional.of(
        new OracleResult(
            comparison.version,
            comparison.points,
            comparison.differing,
            comparison.differences,
            curves(comparison, folder),
            Files.exists(samples(folder)) ? SamplesFile.read(samples(folder)) : List.of()));
  }

  private static List<WindowCurve> curves(Comparison comparison, Path folder) {
    List<Answer> answers = CURVES.read(curves(folder), OracleFiles::answer);
    RunFile.checkRows(curves(folder), answers.size(), comparison.rows);
    Map<Duration, List<Curve.Point>> points = new LinkedHashMap<>();
    comparison.windows.forEach(window -> points.put(window, new ArrayList<>()));
    for (Answer answer : answers) {
      points.computeIfAbsent(answer.window, window -> new ArrayList<>()).add(answer.point);
    }
    return points.entrySet().stream()
        .map(e -> new WindowCurve(e.getKey(), new Curve(e.getValue())))
        .toList();
  }

  private static List<String> rows(WindowCurve one) {
    String window = Durations.print(one.window());
    return one.curve().points().stream()
        .map(point -> window + "," + point.timeMillis() + "," + value(point.value()))
        .toList();
  }

  private static String value(OptionalDouble value) {
    return value.isPresent() ? Numbers.text(value.getAsDouble()) : "";
  }

  private static Answer answer(Row row) {
    Duration window = row.value("window", "a duration such as 30s", Durations::parse);
    Optional<Double> value = row.optional("value", "a number", Numbers::parse);
    return new Answer(
        window,
        new Curve.Point(
            row.millis("timestamp_ms"),
            value.map(OptionalDouble::of).orElse(OptionalDouble.empty())));
  }

  private static Path comparison(Path folder) {
    return folder.resolve("comparison.json");
  }

  private static Path curves(Path folder) {
    return folder.resolve("curves.csv");
  }

  private static Path samples(Path folder) {
    return folder.resolve("samples.csv");
  }

  private record Answer(Duration window, Curve.Point point) {}
}
