package ratelab.exporter.group;

import java.util.OptionalLong;

/**
 * What the exporter itself uses.
 *
 * @param cpuNanos CPU time since its start; from ticks where there is no precise clock
 * @param virtualLimitBytes {@link Long#MAX_VALUE} if there is no limit
 */
public record OwnUsage(
    long cpuNanos,
    long residentBytes,
    long virtualBytes,
    OptionalLong virtualLimitBytes,
    OptionalLong openDescriptors,
    OptionalLong descriptorLimit,
    long startEpochMillis) {}
