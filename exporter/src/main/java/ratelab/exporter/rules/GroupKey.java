package ratelab.exporter.rules;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tells one group from another: its name, and the labels its rule adds.
 *
 * @param labels besides {@code groupname}, by label name, without empty values: to Prometheus an
 *     empty label is none
 */
public record GroupKey(String name, SortedMap<String, String> labels)
    implements Comparable<GroupKey> {
  private static final Comparator<GroupKey> ORDER =
      Comparator.comparing(GroupKey::name).thenComparing(key -> key.labels.toString());

  public GroupKey {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** A group without labels of its own. */
  public static GroupKey of(String name) {
    return new GroupKey(name, new TreeMap<>(Map.of()));
  }

  @Override
  public int compareTo(GroupKey other) {
    return ORDER.compare(this, other);
  }
}
