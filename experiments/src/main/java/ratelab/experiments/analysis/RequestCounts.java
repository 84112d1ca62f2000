package ratelab.experiments.analysis;

/**
 * The load's requests up to one instant.
 *
 * @param timeMillis milliseconds since the epoch
 * @param sent sent so far
 * @param answered answered so far
 * @param timedOut given up so far
 * @param workedOff worked off by the target so far
 */
public record RequestCounts(
    long timeMillis, long sent, long answered, long timedOut, long workedOff) {}
