package ratelab.loadgen.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time line of one run: the wall clock is read once, at the start, and everything after it is
 * measured on the monotonic clock, so that a clock adjustment cannot bend a record.
 */
public final class RunClock {
  private final long startEpochMicros;
  private final long startNanos;

  private RunClock(long startEpochMicros, long startNanos) {
    this.startEpochMicros = startEpochMicros;
    this.startNanos = startNanos;
  }

  /** A time line that starts now. */
  public static RunClock start() {
    return new RunClock(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), System.nanoTime());
  }

  /** Nanoseconds since the start. */
  public long elapsedNanos() {
    return System.nanoTime() - startNanos;
  }

  /** The start, in microseconds since the epoch. */
  public long startEpochMicros() {
    return startEpochMicros;
  }
}
