package ratelab.experiments.recording;

/**
 * One request that the target did not work on.
 *
 * @param id the request's {@code X-Ratelab-Id}; empty if it had none
 * @param timeMillis when that was decided, milliseconds since the epoch
 * @param reason {@code queue} (too many waited), {@code gone} (its client had) or {@code deadline}
 */
public record DeclinedRequest(String id, double timeMillis, String reason) {}
