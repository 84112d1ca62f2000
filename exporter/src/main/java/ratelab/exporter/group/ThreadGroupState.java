package ratelab.exporter.group;

import java.util.Optional;

/**
 * The threads of a group that have one name, in processes with more than one thread.
 *
 * @param threads alive now
 */
public record ThreadGroupState(
    String threadName,
    int threads,
    CpuTotals cpu,
    Optional<IoTotals> io,
    FaultTotals faults,
    SwitchTotals switches) {}
