package ratelab.loadgen.wire;

/**
 * Limits of equal length. They begin one after another, so they end in the same order: a list is
 * enough, and to start or stop one costs two links.
 */
final class Deadlines {
  /** No limit is running. */
  static final long NONE = Long.MAX_VALUE;

  /** One limit, running or not. */
  static final class Entry {
    private final Runnable reached;
    private Entry before = this;
    private Entry after = this;
    private long endNanos = NONE;

    /**
     * @param reached told when the limit is reached; it has been stopped then
     */
    Entry(Runnable reached) {
      this.reached = reached;
    }
  }

  private final long lengthNanos;
  private final Entry ring = new Entry(() -> {});

  /**
   * @param lengthNanos 0 for no limit
   */
  Deadlines(long lengthNanos) {
    this.lengthNanos = lengthNanos;
  }

  /** Starts a limit that is not running. */
  void start(Entry entry, long nowNanos) {
    if (lengthNanos > 0) {
      entry.endNanos = nowNanos + lengthNanos;
      entry.before = ring.before;
      entry.after = ring;
      ring.before.after = entry;
      ring.before = entry;
    }
  }

  /** Stops a limit; one that is not running may be stopped too. */
  void stop(Entry entry) {
    entry.before.after = entry.after;
    entry.after.before = entry.before;
    entry.before = entry;
    entry.after = entry;
  }

  /** When the next limit ends; {@link #NONE} if none is running. */
  long nextNanos() {
    return ring.after.endNanos;
  }

  /** Stops the limits that have been reached and tells each. */
  void expire(long nowNanos) {
    while (ring.after.endNanos <= nowNanos) {
      Entry entry = ring.after;
      stop(entry);
      entry.reached.run();
    }
  }
}
