package ratelab.experiments.recording;

/**
 * A connection that its client has closed and the target has not: whatever the target still does
 * about it, it does for nobody.
 *
 * @param remotePort the client's port
 * @param firstSeenMillis when it was first seen so, milliseconds since the epoch
 * @param lastSeenMillis when it was last seen so: the target was done with it soon after
 * @param unread whether it was ever seen with more to read than the client's end: a request that
 *     the target had not even read
 */
public record Abandoned(int remotePort, long firstSeenMillis, long lastSeenMillis, boolean unread) {
  /** Whether it was open at an instant, milliseconds since the epoch. */
  public boolean isOpenAt(long millis) {
    return firstSeenMillis <= millis && millis <= lastSeenMillis;
  }
}
