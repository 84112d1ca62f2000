package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * A load in hey's words.
 *
 * @param workers requests in flight at the same time, at most (hey's {@code -c})
 * @param duration how long workers start new requests (hey's {@code -z})
 * @param timeout when a client gives a request up (hey's {@code -t}); zero: never
 * @param pace when the next request is sent
 * @param command a load that is not the lab's own; nothing above is known of it then
 */
public record Load(
    int workers, Duration duration, Duration timeout, Pace pace, Optional<LoadCommand> command) {
  /** The lab's own load. */
  public Load(int workers, Duration duration, Duration timeout, Pace pace) {
    this(workers, duration, timeout, pace, Optional.empty());
  }

  /** Any other load; nothing but its command is known of it. */
  public static Load of(LoadCommand command) {
    return new Load(0, Duration.ZERO, Duration.ZERO, new Pace.Closed(), Optional.of(command));
  }

  /** A closed load: each worker sends its next request when the last one is over. */
  public Load(int workers, Duration duration, Duration timeout) {
    this(workers, duration, timeout, new Pace.Closed());
  }

  /** Single requests, one after the other. */
  public static Load byHand(int requests, Duration every, Duration timeout) {
    return new Load(1, every.multipliedBy(requests), timeout, new Pace.ByHand(requests, every));
  }

  /** Whether clients ever give up; those of another load may. */
  public boolean hasTimeout() {
    return !timeout.isZero() || command.isPresent();
  }
}
