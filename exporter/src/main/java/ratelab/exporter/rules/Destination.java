package ratelab.exporter.rules;

import java.util.Optional;
import java.util.SortedMap;

/** Where the processes of an item go. */
sealed interface Destination {
  Verdict of(Subject subject, SortedMap<String, String> captures, boolean childrenInherit);

  /** To no group, not even to that of an ancestor. */
  record Nowhere() implements Destination {
    @Override
    public Verdict of(
        Subject subject, SortedMap<String, String> captures, boolean childrenInherit) {
      return new Verdict.Excluded();
    }
  }

  /** To a group that is named after them. */
  record Group(GroupTemplate template, Children children) implements Destination {
    @Override
    public Verdict of(
        Subject subject, SortedMap<String, String> captures, boolean childrenInherit) {
      GroupKey group = template.render(subject, captures);
      Optional<GroupKey> childrenGroup = children.groupBelow(group, childrenInherit);
      return new Verdict.Joins(new Membership(group, childrenGroup));
    }
  }
}
