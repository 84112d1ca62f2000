package ratelab.exporter.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import ratelab.exporter.group.ProcessState;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.rules.GroupKey;

/**
 * The last readings of the processes in groups that somebody has open, for their rates. A group
 * that nobody opens for a while is forgotten.
 */
final class OpenedGroups {
  private static final long UNUSED_NANOS = TimeUnit.MINUTES.toNanos(2);

  private final Map<GroupKey, Readings> groups = new HashMap<>();

  /** What the processes of a group use, as far as they were read before. */
  synchronized List<ProcessRow> rows(GroupKey group, long atNanos, List<ProcessState> processes) {
    return groups.computeIfAbsent(group, key -> new Readings()).rows(atNanos, processes);
  }

  synchronized void forgetUnused(long nowNanos) {
    groups.values().removeIf(readings -> nowNanos - readings.usedAtNanos > UNUSED_NANOS);
  }

  private record Counters(long cpuNanos, OptionalLong readBytes, OptionalLong writtenBytes) {
    static Counters of(ProcessState process) {
      return new Counters(process.cpuNanos(), process.readBytes(), process.writtenBytes());
    }
  }

  private static final class Readings {
    private final Instants instants = RateWindow.instants();
    private final List<Map<ProcessId, Counters>> kept = new ArrayList<>();
    private long usedAtNanos;

    List<ProcessRow> rows(long atNanos, List<ProcessState> processes) {
      usedAtNanos = atNanos;
      List<Integer> baselines = RateWindow.baselines(instants, atNanos);
      List<ProcessRow> rows = new ArrayList<>(processes.size());
      for (ProcessState process : processes) rows.add(row(process, atNanos, baselines));
      keep(atNanos, processes);
      return rows;
    }

    private void keep(long atNanos, List<ProcessState> processes) {
      int slot = instants.offer(atNanos);
      if (slot == Instants.NONE) return;
      Map<ProcessId, Counters> reading = new HashMap<>();
      for (ProcessState process : processes) reading.put(process.id(), Counters.of(process));
      if (slot == kept.size()) kept.add(reading);
      else kept.set(slot, reading);
    }

    private ProcessRow row(ProcessState process, long atNanos, List<Integer> baselines) {
      for (int slot : baselines) {
        Counters before = kept.get(slot).get(process.id());
        if (before != null) return row(process, before, atNanos - instants.atNanos(slot));
      }
      OptionalDouble unknown = OptionalDouble.empty();
      return new ProcessRow(process, unknown, unknown, unknown);
    }

    private static ProcessRow row(ProcessState process, Counters before, long lengthNanos) {
      OptionalLong cpuBefore = OptionalLong.of(before.cpuNanos);
      OptionalLong cpuNow = OptionalLong.of(process.cpuNanos());
      return new ProcessRow(
          process,
          RateWindow.cores(rate(cpuBefore, cpuNow, lengthNanos)),
          rate(before.readBytes, process.readBytes(), lengthNanos),
          rate(before.writtenBytes, process.writtenBytes(), lengthNanos));
    }

    private static OptionalDouble rate(OptionalLong before, OptionalLong now, long lengthNanos) {
      if (before.isEmpty() || now.isEmpty() || now.getAsLong() < before.getAsLong()) {
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(
          RateWindow.perSecond(now.getAsLong() - before.getAsLong(), lengthNanos));
    }
  }
}
