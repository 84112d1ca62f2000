package ratelab.loadgen.schedule;

import java.time.Duration;

/** What ends the issuing of requests when nobody interrupts it. */
public sealed interface Limit {
  /** The highest number of requests that may be issued. */
  long requests();

  /** When issuing ends, in nanoseconds since the run's start; {@link Long#MAX_VALUE} for never. */
  long endNanos();

  /** Exactly this many requests, however long they take. */
  record Requests(long requests) implements Limit {
    @Override
    public long endNanos() {
      return Long.MAX_VALUE;
    }
  }

  /** As many requests as fit: none is issued that is due at or after the end of the period. */
  record Period(Duration length) implements Limit {
    @Override
    public long requests() {
      return Long.MAX_VALUE;
    }

    @Override
    public long endNanos() {
      return length.toNanos();
    }
  }
}
