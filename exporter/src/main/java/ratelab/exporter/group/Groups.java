package ratelab.exporter.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import ratelab.exporter.rules.GroupKey;

/** All groups by key: founded by their first member, and kept when the last has gone. */
final class Groups {
  private final GroupSummary summary;
  private final boolean clockIsReadable;
  private final SortedMap<GroupKey, Group> byKey = new TreeMap<>();
  private final Set<GroupKey> expected = new HashSet<>();

  Groups(GroupSummary summary, boolean clockIsReadable) {
    this.summary = summary;
    this.clockIsReadable = clockIsReadable;
  }

  /** Has these groups, whoever joins them, now and after the last member of them has gone. */
  void expect(Collection<GroupKey> keys) {
    expected.clear();
    expected.addAll(keys);
    for (GroupKey key : keys) {
      byKey.computeIfAbsent(key, unseen -> Group.unseen(unseen, clockIsReadable));
    }
  }

  /** The group with this key, founded now if it is new. */
  Group of(GroupKey key) {
    return byKey.computeIfAbsent(key, Group::founded);
  }

  Optional<Group> find(GroupKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  void removeEmpty() {
    byKey.values().removeIf(group -> group.isEmpty() && !expected.contains(group.key()));
  }

  List<GroupState> states() {
    List<GroupState> states = new ArrayList<>(byKey.size());
    byKey.values().forEach(group -> states.add(group.state(summary)));
    return states;
  }
}
