package ratelab.exporter.group;

import java.util.OptionalLong;

/**
 * Memory of a group's members with shared pages split among the sharers.
 *
 * @param oldestEpochMillis when the oldest of the values was read, see {@link ProportionalSampler};
 *     empty without members
 */
public record ProportionalMemory(
    long residentBytes, long swappedBytes, OptionalLong oldestEpochMillis) {}
