package ratelab.loadgen.wire;

import ratelab.loadgen.record.Attempt;
import ratelab.loadgen.record.Phase;

/**
 * When the parts of the attempt under way began, in nanoseconds since the run's start; after
 * redirects those of the last request.
 */
final class Stamps {
  private long dialNanos;
  private long lookupNanos;
  private long dialStart;
  private long acquired;
  private long written;
  private long answering;

  /** The attempt, or its next hop, begins on a connection that may be there already. */
  void begin() {
    dialNanos = 0;
    lookupNanos = 0;
  }

  /** A connection is needed. */
  void dialling(long nowNanos) {
    dialStart = nowNanos;
  }

  /** The name is looked up. */
  void lookedUp(long nowNanos) {
    lookupNanos = nowNanos - dialStart;
  }

  /** The new connection is usable. */
  void dialled(long nowNanos) {
    dialNanos = nowNanos - dialStart;
  }

  /** The request can be written. */
  void acquired(long nowNanos) {
    acquired = nowNanos;
    written = nowNanos;
  }

  /** The last byte of the request has been handed to the system. */
  void written(long nowNanos) {
    written = nowNanos;
  }

  /** The first byte of the response is here; it may come before the request is complete. */
  void answering(long nowNanos) {
    answering = nowNanos;
  }

  /** Writes the phases of an answer whose last byte came now. */
  void describe(Attempt attempt, long nowNanos) {
    attempt.took(Phase.DIAL, dialNanos);
    attempt.took(Phase.LOOKUP, lookupNanos);
    attempt.took(Phase.WRITE, written - acquired);
    attempt.took(Phase.WAIT, Math.max(0, answering - written));
    attempt.took(Phase.READ, nowNanos - answering);
  }
}
