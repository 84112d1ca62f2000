package ratelab.exporter.metrics;

import java.util.List;
import ratelab.exporter.group.GroupState;
import ratelab.exporter.metrics.GroupFamily.Counter;
import ratelab.exporter.metrics.GroupFamily.Gauge;
import ratelab.exporter.metrics.GroupFamily.Series;

/** All families about groups: process-exporter's names and labels, and one of our own. */
final class GroupFamilies {
  private static final String PREFIX = "namedprocess_namegroup_";

  /** What process-exporter shows for a group without members: the year 1, Go's zero time. */
  private static final long NO_START_EPOCH_SECONDS = -62135596800L;

  static final List<GroupFamily> ALL =
      List.of(
          new Gauge(
              PREFIX + "num_procs",
              "Processes that belong to the group now.",
              List.of(Series.of(GroupState::processes))),
          new Gauge(
              PREFIX + "num_threads",
              "Threads of the group's processes now.",
              List.of(Series.of(GroupState::threads))),
          new Counter(
              PREFIX + "cpu_seconds_total",
              "CPU time used by the group, past members included, in ticks of usually 10 ms.",
              List.of(
                  Series.with("mode", "user", group -> group.cpu().userSeconds()),
                  Series.with("mode", "system", group -> group.cpu().systemSeconds()))),
          new Counter(
              PREFIX + "cpu_runtime_seconds_total",
              "CPU time used by the group, past members included, from the kernel's nanosecond"
                  + " clock; user and system together. Absent where that clock cannot be read.",
              List.of(Series.ofKnown(group -> group.cpu().runtimeSeconds()))),
          new Gauge(
              PREFIX + "memory_bytes",
              "Memory of the group's processes now; pages they share count once for each.",
              List.of(
                  Series.with("memtype", "resident", group -> group.memory().resident()),
                  Series.with("memtype", "virtual", group -> group.memory().virtual()),
                  Series.with("memtype", "swapped", group -> group.memory().swapped()))),
          new Gauge(
              PREFIX + "oldest_start_time_seconds",
              "When the group's oldest process was started, in seconds since 1970; -6.2e10 without"
                  + " processes.",
              List.of(Series.of(GroupFamilies::oldestStart))));

  private GroupFamilies() {}

  private static double oldestStart(GroupState group) {
    return group.oldestStartEpochSeconds().orElse(NO_START_EPOCH_SECONDS);
  }
}
