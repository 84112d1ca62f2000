package ratelab.experiments.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;

/** {@code samples.csv}: series after series, each from its oldest sample to its newest. */
public final class SamplesFile {
  private static final Table TABLE = new Table("samples", "timestamp_ms", "value", "series");

  private SamplesFile() {}

  /**
   * Writes series to a file of their own.
   *
   * @throws RecordingException if it cannot be written
   */
  public static void write(Path path, List<Series> series) {
    TextFile.write(path, text(series));
  }

  static String text(List<Series> series) {
    return TABLE.text(series.stream().flatMap(one -> rows(one).stream()).toList());
  }

  static int rowCount(List<Series> series) {
    return series.stream().mapToInt(one -> one.samples().size()).sum();
  }

  static List<Series> read(Path path) {
    Map<String, SeriesId> ids = new HashMap<>();
    Map<SeriesId, List<Sample>> samples = new LinkedHashMap<>();
    for (Line line : TABLE.read(path, row -> line(row, ids))) {
      samples.computeIfAbsent(line.series, id -> new ArrayList<>()).add(line.sample);
    }
    return samples.entrySet().stream().map(e -> new Series(e.getKey(), e.getValue())).toList();
  }

  private static List<String> rows(Series series) {
    String id = series.id().toString();
    return series.samples().stream()
        .map(sample -> sample.timestampMillis() + "," + Numbers.text(sample.value()) + "," + id)
        .toList();
  }

  private static Line line(Row row, Map<String, SeriesId> ids) {
    double value = row.value("value", "a number", Numbers::parse);
    SeriesId series =
        row.value(
            "series",
            "a series such as up{job=\"x\"}",
            text -> ids.computeIfAbsent(text, SeriesId::parse));
    return new Line(series, new Sample(row.millis("timestamp_ms"), value));
  }

  private record Line(SeriesId series, Sample sample) {}
}
