package ratelab.exporter.group;

import java.util.OptionalLong;

/**
 * What a pass cost and saw.
 *
 * @param durationNanos from its begin to its end
 * @param processes processes listed
 * @param tracked those among them that belong to a group
 * @param filesRead files read since the start
 * @param oldestProportionalEpochMillis when the oldest value of proportional memory was read; empty
 *     if there is none
 */
public record ScanCost(
    long durationNanos,
    int processes,
    int tracked,
    long filesRead,
    OptionalLong oldestProportionalEpochMillis) {}
