package ratelab.exporter.differential;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A name with its labels, which tell one time series from all others. */
record Series(String name, SortedMap<String, String> labels) implements Comparable<Series> {
  private static final Comparator<Series> ORDER =
      Comparator.comparing(Series::name).thenComparing(series -> series.labels().toString());
  private static final String PREFIX = "namedprocess_namegroup_";

  static Series of(String name, Map<String, String> labels) {
    return new Series(name, new TreeMap<>(labels));
  }

  boolean isOfGroup() {
    return name.startsWith(PREFIX);
  }

  /** The name of a group's family without what all of them begin with. */
  String family() {
    return isOfGroup() ? name.substring(PREFIX.length()) : name;
  }

  String group() {
    return label("groupname");
  }

  /** A label's value, empty if it has no such label. */
  String label(String label) {
    return labels.getOrDefault(label, "");
  }

  /** The series of another family of the same group. */
  Series sibling(String family) {
    return of(PREFIX + family, Map.of("groupname", group()));
  }

  boolean isLikeButForGroup(Series other) {
    return name.equals(other.name) && without("groupname").equals(other.without("groupname"));
  }

  private SortedMap<String, String> without(String label) {
    SortedMap<String, String> rest = new TreeMap<>(labels);
    rest.remove(label);
    return rest;
  }

  @Override
  public int compareTo(Series other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(",", name + "{", "}"));
  }
}
