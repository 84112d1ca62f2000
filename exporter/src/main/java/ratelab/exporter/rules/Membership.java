package ratelab.exporter.rules;

import java.util.Optional;

/**
 * Where a process belongs.
 *
 * @param childrenGroup where descendants go that no rule matches; empty: nowhere
 */
public record Membership(GroupKey group, Optional<GroupKey> childrenGroup) {
  /** Of a process that inherits its group: its own descendants stay there too. */
  public static Membership inherited(GroupKey group) {
    return new Membership(group, Optional.of(group));
  }
}
