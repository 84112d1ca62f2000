package ratelab.exporter.group;

import java.util.Optional;

/**
 * Where a process belongs, for life.
 *
 * @param childrenGroup where descendants go that no rule matches; empty: nowhere
 */
record Membership(String group, Optional<String> childrenGroup) {
  /** Of a process that inherits its group: its own descendants stay there too. */
  static Membership inherited(String group) {
    return new Membership(group, Optional.of(group));
  }
}
