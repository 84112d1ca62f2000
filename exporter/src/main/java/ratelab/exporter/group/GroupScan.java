package ratelab.exporter.group;

import java.util.List;

/**
 * The result of one pass over the procfs.
 *
 * @param atNanos when it began, on the clock of {@link System#nanoTime}
 * @param groups by name; none after a scan that could not list the processes
 */
public record GroupScan(long atNanos, List<GroupState> groups, ErrorTotals errors, ScanCost cost) {
  public GroupScan {
    groups = List.copyOf(groups);
  }
}
