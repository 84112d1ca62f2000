package ratelab.experiments.forecast;

/**
 * What is known of a load at its end.
 *
 * @param sent requests sent
 * @param answered requests answered
 * @param timedOut requests given up by their clients
 * @param startMillis the first request, milliseconds since the epoch
 * @param stopMillis no new requests from here on, milliseconds since the epoch
 * @param endMillis the load generator has ended, milliseconds since the epoch
 */
public record LoadCounts(
    long sent, long answered, long timedOut, long startMillis, long stopMillis, long endMillis) {}
