package ratelab.exporter.group;

import java.util.List;

/**
 * The result of one pass over the procfs.
 *
 * @param groups by name; none after a scan that could not list the processes
 */
public record GroupScan(List<GroupState> groups, ErrorTotals errors) {
  public GroupScan {
    groups = List.copyOf(groups);
  }
}
