package ratelab.exporter.metrics;

import static ratelab.exporter.metrics.MetricType.COUNTER;
import static ratelab.exporter.metrics.MetricType.GAUGE;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import ratelab.exporter.group.GroupState;
import ratelab.exporter.group.StateCounts;

/** All families about groups, by name: process-exporter's names and labels, and three of ours. */
final class GroupFamilies {
  static final String PREFIX = "namedprocess_namegroup_";

  /** What process-exporter shows for a group without members: the year 1, Go's zero time. */
  private static final long NO_START_EPOCH_SECONDS = -62135596800L;

  private static final double MILLIS_PER_SECOND = 1e3;

  private static final Label NONVOLUNTARY = new Label("ctxswitchtype", "nonvoluntary");
  private static final Label VOLUNTARY = new Label("ctxswitchtype", "voluntary");
  private static final Label SYSTEM = new Label("mode", "system");
  private static final Label USER = new Label("mode", "user");
  private static final Label PROPORTIONAL_RESIDENT = new Label("memtype", "proportionalResident");
  private static final Label PROPORTIONAL_SWAPPED = new Label("memtype", "proportionalSwapped");
  private static final Label RESIDENT = new Label("memtype", "resident");
  private static final Label SWAPPED = new Label("memtype", "swapped");
  private static final Label VIRTUAL = new Label("memtype", "virtual");
  private static final Label OTHER = new Label("state", "Other");
  private static final Label RUNNING = new Label("state", "Running");
  private static final Label SLEEPING = new Label("state", "Sleeping");
  private static final Label WAITING = new Label("state", "Waiting");
  private static final Label ZOMBIE = new Label("state", "Zombie");

  private static final List<GroupFamily> PROCESSES =
      List.of(
          counter(
              "context_switches_total",
              "Context switches of the group's threads, past ones included.",
              (group, out) -> {
                out.add(NONVOLUNTARY, group.switches().involuntary());
                out.add(VOLUNTARY, group.switches().voluntary());
              }),
          counter(
              "cpu_runtime_seconds_total",
              "CPU time used by the group, past members included, from the kernel's nanosecond"
                  + " clock; user and system together. Absent where that clock cannot be read.",
              (group, out) -> group.cpu().runtimeSeconds().ifPresent(out::add)),
          counter(
              "cpu_seconds_total",
              "CPU time used by the group, past members included, in ticks of usually 10 ms.",
              (group, out) -> {
                out.add(SYSTEM, group.cpu().systemSeconds());
                out.add(USER, group.cpu().userSeconds());
              }),
          counter(
              "major_page_faults_total",
              "Page faults of the group that needed a disk.",
              (group, out) -> out.add(group.faults().major())),
          gauge(
              "memory_bytes",
              "Memory of the group's processes now. Pages they share count once for each, but in"
                  + " the proportional types, where they are split among the sharers.",
              GroupFamilies::memory),
          gauge(
              "memory_proportional_timestamp_seconds",
              "When the oldest of the group's proportional memory values was read, in seconds"
                  + " since 1970: they are sampled.",
              (group, out) ->
                  group
                      .proportional()
                      .ifPresent(memory -> addSeconds(memory.oldestEpochMillis(), out))),
          counter(
              "minor_page_faults_total",
              "Page faults of the group that needed no disk.",
              (group, out) -> out.add(group.faults().minor())),
          gauge(
              "num_procs",
              "Processes that belong to the group now.",
              (group, out) -> out.add(group.processes())),
          gauge(
              "num_threads",
              "Threads of the group's processes now.",
              (group, out) -> out.add(group.threads())),
          gauge(
              "oldest_start_time_seconds",
              "When the group's oldest process was started, in seconds since 1970; -6.2e10 without"
                  + " processes.",
              (group, out) ->
                  out.add(group.oldestStartEpochSeconds().orElse(NO_START_EPOCH_SECONDS))),
          gauge(
              "open_filedesc",
              "File descriptors that the group's processes have open now.",
              (group, out) -> group.openDescriptors().ifPresent(out::add)),
          counter(
              "read_bytes_total",
              "Bytes the group fetched from storage. Absent while that is denied for a process.",
              (group, out) -> group.io().ifPresent(io -> out.add(io.readBytes()))),
          gauge(
              "states",
              "Threads of the group by state; where threads are not read, its processes.",
              GroupFamilies::states),
          gauge(
              "threads_wchan",
              "Threads of the group that sleep, by the kernel function they wait in.",
              (group, out) ->
                  group
                      .waitChannels()
                      .forEach((channel, count) -> out.add(new Label("wchan", channel), count))),
          gauge(
              "worst_fd_ratio",
              "The largest share of its limit of open descriptors that a process of the group has"
                  + " used up.",
              (group, out) -> group.worstDescriptorRatio().ifPresent(out::add)),
          counter(
              "write_bytes_total",
              "Bytes the group sent to storage. Absent while that is denied for a process.",
              (group, out) -> group.io().ifPresent(io -> out.add(io.writtenBytes()))));

  static final List<GroupFamily> ALL =
      Stream.concat(PROCESSES.stream(), ThreadFamilies.ALL.stream())
          .sorted((a, b) -> a.name().compareTo(b.name()))
          .toList();

  private GroupFamilies() {}

  private static GroupFamily counter(
      String name, String help, BiConsumer<GroupState, SeriesSink> series) {
    return new GroupFamily(PREFIX + name, COUNTER, help, series);
  }

  private static GroupFamily gauge(
      String name, String help, BiConsumer<GroupState, SeriesSink> series) {
    return new GroupFamily(PREFIX + name, GAUGE, help, series);
  }

  private static void addSeconds(OptionalLong epochMillis, SeriesSink out) {
    epochMillis.ifPresent(millis -> out.add(millis / MILLIS_PER_SECOND));
  }

  private static void memory(GroupState group, SeriesSink out) {
    group
        .proportional()
        .ifPresent(
            memory -> {
              out.add(PROPORTIONAL_RESIDENT, memory.residentBytes());
              out.add(PROPORTIONAL_SWAPPED, memory.swappedBytes());
            });
    out.add(RESIDENT, group.memory().resident());
    out.add(SWAPPED, group.memory().swapped());
    out.add(VIRTUAL, group.memory().virtual());
  }

  private static void states(GroupState group, SeriesSink out) {
    StateCounts states = group.states();
    out.add(OTHER, states.other());
    out.add(RUNNING, states.running());
    out.add(SLEEPING, states.sleeping());
    out.add(WAITING, states.waiting());
    out.add(ZOMBIE, states.zombie());
  }
}
