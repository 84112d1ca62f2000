package ratelab.exporter.metrics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import ratelab.exporter.group.CpuTotals;
import ratelab.exporter.group.ErrorTotals;
import ratelab.exporter.group.FaultTotals;
import ratelab.exporter.group.GroupScan;
import ratelab.exporter.group.GroupState;
import ratelab.exporter.group.IoTotals;
import ratelab.exporter.group.MemoryBytes;
import ratelab.exporter.group.ProportionalMemory;
import ratelab.exporter.group.ScanCost;
import ratelab.exporter.group.StateCounts;
import ratelab.exporter.group.SwitchTotals;
import ratelab.exporter.group.ThreadGroupState;
import ratelab.exporter.rules.GroupKey;

/** Scans as tests of the exposition need them. */
final class States {
  private States() {}

  static GroupScan scan(GroupState... groups) {
    return new GroupScan(0, List.of(groups), ErrorTotals.NONE, cost());
  }

  static ScanCost cost() {
    return new ScanCost(2_500_000, 120, 7, 4711, OptionalLong.of(1_700_000_000_000L));
  }

  /** A group of which everything is known. */
  static GroupState full(GroupKey key) {
    TreeMap<String, Integer> waitChannels = new TreeMap<>();
    waitChannels.put("do_epoll_wait", 2);
    waitChannels.put("pipe_read", 1);
    return new GroupState(
        key,
        2,
        5,
        new CpuTotals(23, 7, 100, OptionalLong.of(304_000_001)),
        Optional.of(new IoTotals(4096, 8192)),
        new FaultTotals(3, 1234),
        new SwitchTotals(55, 6),
        new MemoryBytes(24_576, 1_048_576, 2048),
        Optional.of(new ProportionalMemory(12_345, 678, OptionalLong.of(1_700_000_000_500L))),
        OptionalLong.of(9),
        OptionalDouble.of(0.25),
        OptionalLong.of(1_700_000_012),
        new StateCounts(1, 3, 0, 1, 0),
        waitChannels,
        List.of(
            new ThreadGroupState(
                "main",
                2,
                new CpuTotals(20, 5, 100, OptionalLong.of(251_000_000)),
                Optional.of(new IoTotals(10, 20)),
                new FaultTotals(0, 12),
                new SwitchTotals(5, 1)),
            new ThreadGroupState(
                "worker",
                3,
                new CpuTotals(3, 2, 100, OptionalLong.empty()),
                Optional.empty(),
                new FaultTotals(1, 2),
                new SwitchTotals(3, 4))));
  }

  /** A group that lost its last member, and of which little could be read. */
  static GroupState bare(GroupKey key) {
    return new GroupState(
        key,
        0,
        0,
        new CpuTotals(0, 0, 100, OptionalLong.empty()),
        Optional.empty(),
        new FaultTotals(0, 0),
        new SwitchTotals(0, 0),
        new MemoryBytes(0, 0, 0),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        StateCounts.NONE,
        new TreeMap<>(),
        List.of());
  }
}
