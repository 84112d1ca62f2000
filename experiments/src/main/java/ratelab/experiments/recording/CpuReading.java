package ratelab.experiments.recording;

/**
 * The target's CPU time by a measure independent of the exporter: the schedstat of all its threads.
 *
 * @param timestampMillis when it was read, milliseconds since the epoch
 * @param cpuNanos CPU time since the process began; threads that ended count with their last
 *     reading
 */
public record CpuReading(long timestampMillis, long cpuNanos) {}
