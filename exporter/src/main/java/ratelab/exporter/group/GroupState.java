package ratelab.exporter.group;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import ratelab.exporter.rules.GroupKey;

/**
 * A group as one scan left it. Counters outlive the members; the rest is about those alive. What is
 * not known of every member is absent.
 *
 * @param io bytes read and written; absent while it is denied for a member
 * @param openDescriptors sum over the members
 * @param worstDescriptorRatio the largest share of its limit that a member uses
 * @param proportional memory with shared pages split among the sharers; absent until read for all
 * @param oldestStartEpochSeconds whole seconds; empty without members
 * @param waitChannels threads by the kernel function they sleep in
 * @param threadGroups threads of members with more than one, by name; empty where not asked for
 */
public record GroupState(
    GroupKey key,
    int processes,
    long threads,
    CpuTotals cpu,
    Optional<IoTotals> io,
    FaultTotals faults,
    SwitchTotals switches,
    MemoryBytes memory,
    Optional<ProportionalMemory> proportional,
    OptionalLong openDescriptors,
    OptionalDouble worstDescriptorRatio,
    OptionalLong oldestStartEpochSeconds,
    StateCounts states,
    SortedMap<String, Integer> waitChannels,
    List<ThreadGroupState> threadGroups) {}
