package ratelab.exporter.rules;

import java.util.Optional;

/** Where descendants of an item's processes go that no rule matches. */
sealed interface Children {
  /** The group of the descendants of a process in the group given; empty: nowhere. */
  Optional<GroupKey> groupBelow(GroupKey group, boolean inherit);

  /** The command line's flag decides. */
  record ByFlag() implements Children {
    @Override
    public Optional<GroupKey> groupBelow(GroupKey group, boolean inherit) {
      return inherit ? Optional.of(group) : Optional.empty();
    }
  }

  /** The item decides whether they follow, whatever the flag says. */
  record Follow(boolean follow) implements Children {
    @Override
    public Optional<GroupKey> groupBelow(GroupKey group, boolean inherit) {
      return follow ? Optional.of(group) : Optional.empty();
    }
  }

  /** A group of their own, with the labels of their ancestor's. */
  record OwnGroup(String name) implements Children {
    @Override
    public Optional<GroupKey> groupBelow(GroupKey group, boolean inherit) {
      return Optional.of(new GroupKey(name, group.labels()));
    }
  }
}
