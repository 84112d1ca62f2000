package ratelab.experiments.rate;

/**
 * One value of a series at one instant.
 *
 * @param timestampMillis when the value was true: milliseconds since the epoch
 * @param value the sampled value, in the series' own unit
 */
public record Sample(long timestampMillis, double value) {}
