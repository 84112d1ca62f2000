package ratelab.sampleapp.cure;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which cures the application has.
 *
 * @param queue how many requests may wait; empty: all
 * @param drop why a request that has waited is not worked off
 * @param patience how long after its arrival a client is assumed to wait, for {@link
 *     DropReason#DEADLINE}; empty: for ever, unless it says so
 */
public record Cures(OptionalInt queue, Set<DropReason> drop, Optional<Duration> patience) {
  public Cures {
    drop = Set.copyOf(drop);
  }

  /** As the original: everybody waits, and everything is worked off. */
  public static Cures none() {
    return new Cures(OptionalInt.empty(), Set.of(), Optional.empty());
  }

  /**
   * The queue.
   *
   * @param handlers how many requests are worked on at once
   */
  public BoundedQueue openQueue(int handlers) {
    return queue.isPresent()
        ? new BoundedQueue(handlers, queue.getAsInt())
        : BoundedQueue.unbounded();
  }
}
