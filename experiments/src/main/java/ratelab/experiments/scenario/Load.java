package ratelab.experiments.scenario;

import java.time.Duration;

/**
 * A load in hey's words.
 *
 * @param workers requests in flight at the same time, at most (hey's {@code -c})
 * @param duration how long workers start new requests (hey's {@code -z})
 * @param timeout when a client gives a request up (hey's {@code -t}); zero: never
 * @param pace when the next request is sent
 */
public record Load(int workers, Duration duration, Duration timeout, Pace pace) {
  /** A closed load: each worker sends its next request when the last one is over. */
  public Load(int workers, Duration duration, Duration timeout) {
    this(workers, duration, timeout, new Pace.Closed());
  }

  /** Single requests, one after the other. */
  public static Load byHand(int requests, Duration every, Duration timeout) {
    return new Load(1, every.multipliedBy(requests), timeout, new Pace.ByHand(requests, every));
  }

  /** Whether clients ever give up. */
  public boolean hasTimeout() {
    return !timeout.isZero();
  }
}
