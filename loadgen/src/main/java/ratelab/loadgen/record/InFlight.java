package ratelab.loadgen.record;

/**
 * A request that nobody waited for any more when the run ended.
 *
 * @param ageNanos from its sending to the moment it was given up
 */
public record InFlight(long id, long ageNanos) {}
