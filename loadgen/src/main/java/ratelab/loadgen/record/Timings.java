package ratelab.loadgen.record;

/**
 * The times of complete answers.
 *
 * @param service from sending to the last byte
 * @param response from the moment the request was due to the last byte, so that a request that had
 *     to wait for its sending shows it; empty in a closed model, where nothing is due
 */
public record Timings(Latencies service, Latencies response) {}
