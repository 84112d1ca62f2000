package ratelab.experiments.scenario;

import java.time.Duration;

/**
 * A closed load in hey's words: each worker sends its next request when the last one is over.
 *
 * @param workers requests in flight at the same time (hey's {@code -c})
 * @param duration how long workers start new requests (hey's {@code -z})
 * @param timeout when a client gives a request up (hey's {@code -t}); zero: never
 */
public record Load(int workers, Duration duration, Duration timeout) {
  /** Whether clients ever give up. */
  public boolean hasTimeout() {
    return !timeout.isZero();
  }
}
