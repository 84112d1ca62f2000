package ratelab.exporter.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import ratelab.exporter.group.CpuTotals;
import ratelab.exporter.group.ErrorTotals;
import ratelab.exporter.group.FaultTotals;
import ratelab.exporter.group.GroupScan;
import ratelab.exporter.group.GroupState;
import ratelab.exporter.group.IoTotals;
import ratelab.exporter.group.MemoryBytes;
import ratelab.exporter.group.ProcessState;
import ratelab.exporter.group.ScanCost;
import ratelab.exporter.group.StateCounts;
import ratelab.exporter.group.SwitchTotals;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.rules.GroupKey;

/** Scans as a tracker could have made them, with what the page shows of them. */
public final class Groups {
  private static final int TICKS_PER_SECOND = 100;
  private static final ScanCost COST = new ScanCost(0, 1, 1, 0, OptionalLong.empty());

  private Groups() {}

  public static GroupScan scan(double atSeconds, GroupState... groups) {
    return new GroupScan(nanos(atSeconds), List.of(groups), ErrorTotals.NONE, COST);
  }

  static GroupScan failedScan(double atSeconds) {
    return new GroupScan(nanos(atSeconds), List.of(), new ErrorTotals(1, 0, 0, List.of()), COST);
  }

  /** A group whose CPU time is known to the nanosecond. */
  public static GroupState group(String name, double cpuSeconds) {
    return group(GroupKey.of(name), clock(cpuSeconds), Optional.empty());
  }

  static GroupState ticking(String name, double cpuSeconds) {
    long ticks = Math.round(cpuSeconds * TICKS_PER_SECOND);
    CpuTotals cpu = new CpuTotals(ticks, 0, TICKS_PER_SECOND, OptionalLong.empty());
    return group(GroupKey.of(name), cpu, Optional.empty());
  }

  static GroupState reading(String name, long readBytes, long writtenBytes) {
    return group(GroupKey.of(name), clock(0), Optional.of(new IoTotals(readBytes, writtenBytes)));
  }

  static GroupState labelled(String name, Map<String, String> labels) {
    return group(new GroupKey(name, new TreeMap<>(labels)), clock(0), Optional.empty());
  }

  static ProcessState process(int pid, double cpuSeconds) {
    return new ProcessState(
        new ProcessId(pid, 7),
        "comm",
        "comm --flag",
        "root",
        'S',
        2,
        4096,
        nanos(cpuSeconds),
        1_700_000_000,
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  static long nanos(double seconds) {
    return Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
  }

  private static CpuTotals clock(double cpuSeconds) {
    return new CpuTotals(0, 0, TICKS_PER_SECOND, OptionalLong.of(nanos(cpuSeconds)));
  }

  private static GroupState group(GroupKey key, CpuTotals cpu, Optional<IoTotals> io) {
    return new GroupState(
        key,
        1,
        2,
        cpu,
        io,
        new FaultTotals(0, 0),
        new SwitchTotals(0, 0),
        new MemoryBytes(4096, 8192, 0),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        StateCounts.NONE,
        new TreeMap<>(),
        List.of());
  }
}
