package ratelab.experiments.recording;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One request of the load.
 *
 * @param id the value of its {@code X-Ratelab-Id} header
 * @param localPort the client's port; empty if it never had a connection
 * @param startMillis when it was sent, milliseconds since the epoch
 * @param endMillis when it was over for the client; empty if it was still in flight
 * @param outcome how it ended
 */
public record Attempt(
    String id,
    OptionalInt localPort,
    double startMillis,
    OptionalDouble endMillis,
    Outcome outcome) {}
