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
 * @param status the status of its answer; empty if it got none, or none is known
 */
public record Attempt(
    String id,
    OptionalInt localPort,
    double startMillis,
    OptionalDouble endMillis,
    Outcome outcome,
    OptionalInt status) {
  /** The first status that is no success for the client: 404, 503. */
  private static final int FIRST_ERROR = 400;

  /** An attempt of whose answer no status is known. */
  public Attempt(
      String id,
      OptionalInt localPort,
      double startMillis,
      OptionalDouble endMillis,
      Outcome outcome) {
    this(id, localPort, startMillis, endMillis, outcome, OptionalInt.empty());
  }

  /** Whether its whole answer was an error, as a full queue's 503 is. */
  public boolean isTurnedAway() {
    return outcome == Outcome.OK && status.orElse(0) >= FIRST_ERROR;
  }
}
