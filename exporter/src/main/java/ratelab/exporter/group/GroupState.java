package ratelab.exporter.group;

import java.util.OptionalLong;

/**
 * A group as one scan left it. The totals outlive the members; the rest is about those alive.
 *
 * @param oldestStartEpochSeconds whole seconds; empty without members
 */
public record GroupState(
    String name,
    int processes,
    long threads,
    CpuTotals cpu,
    MemoryBytes memory,
    OptionalLong oldestStartEpochSeconds) {}
