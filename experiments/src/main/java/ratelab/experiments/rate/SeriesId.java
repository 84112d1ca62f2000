package ratelab.experiments.rate;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The identity of a series: metric name and labels. Prints itself in Prometheus notation, labels
 * sorted by name: {@code up{job="x"}}.
 *
 * @param metric the metric's name
 * @param labels label names and values, without {@code __name__}
 */
public record SeriesId(String metric, SortedMap<String, String> labels)
    implements Comparable<SeriesId> {
  public SeriesId {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** A series of {@code metric} with the given labels. */
  public static SeriesId of(String metric, Map<String, String> labels) {
    return new SeriesId(metric, new TreeMap<>(labels));
  }

  /** The value of a label; the empty string if it is not there, as Prometheus sees it. */
  public String label(String name) {
    return labels.getOrDefault(name, "");
  }

  @Override
  public int compareTo(SeriesId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    if (labels.isEmpty()) {
      return metric;
    }
    return labels.entrySet().stream()
        .map(e -> e.getKey() + "=\"" + escaped(e.getValue()) + '"')
        .collect(Collectors.joining(",", metric + "{", "}"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
