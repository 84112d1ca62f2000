package ratelab.experiments.rate;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The identity of a series: metric name and labels. Prints itself in Prometheus notation, labels
 * sorted by name: {@code up{job="x"}}. Ordered as Prometheus orders series: by metric, then label
 * by label, name before value; with equal beginnings the one with fewer labels is first.
 *
 * @param metric the metric's name
 * @param labels label names and values, without {@code __name__}
 */
public record SeriesId(String metric, SortedMap<String, String> labels)
    implements Comparable<SeriesId> {
  private static final Comparator<Map.Entry<String, String>> BY_NAME_THEN_VALUE =
      Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue());

  public SeriesId {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** A series of {@code metric} with the given labels. */
  public static SeriesId of(String metric, Map<String, String> labels) {
    return new SeriesId(metric, new TreeMap<>(labels));
  }

  /**
   * Reads what {@link #toString} prints, and Prometheus' other spellings of it.
   *
   * @throws IllegalArgumentException if the text is something else; the message has the column
   */
  public static SeriesId parse(String text) {
    SeriesIdReader reader = new SeriesIdReader(text);
    SeriesId id = reader.read();
    reader.expectEnd();
    return id;
  }

  /** The value of a label; the empty string if it is not there, as Prometheus sees it. */
  public String label(String name) {
    return labels.getOrDefault(name, "");
  }

  @Override
  public int compareTo(SeriesId other) {
    int byMetric = metric.compareTo(other.metric);
    if (byMetric != 0) {
      return byMetric;
    }
    Iterator<Map.Entry<String, String>> mine = labels.entrySet().iterator();
    Iterator<Map.Entry<String, String>> theirs = other.labels.entrySet().iterator();
    while (mine.hasNext() && theirs.hasNext()) {
      int byLabel = BY_NAME_THEN_VALUE.compare(mine.next(), theirs.next());
      if (byLabel != 0) {
        return byLabel;
      }
    }
    return Integer.compare(labels.size(), other.labels.size());
  }

  @Override
  public String toString() {
    if (labels.isEmpty()) {
      return metric;
    }
    return labels.entrySet().stream()
        .map(e -> e.getKey() + "=" + quoted(e.getValue()))
        .collect(Collectors.joining(",", metric + "{", "}"));
  }

  /** A label value in double quotes, escaped as the text format and PromQL escape it. */
  public static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
