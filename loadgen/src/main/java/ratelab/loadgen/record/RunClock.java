package ratelab.loadgen.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time line of one run: the wall clock is read once, at the start, and everything after it is
 * measured on the monotonic clock, so that a clock adjustment cannot bend a record. The parts of a
 * run are built around a clock that stands still, so that building them costs the run no time.
 */
public final class RunClock {
  private volatile long startEpochMicros;
  private volatile long startNanos;
  private volatile boolean running;

  /** Starts the run now; to be called once. */
  public void start() {
    startEpochMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    startNanos = System.nanoTime();
    running = true;
  }

  /** Nanoseconds since the start; 0 before it. */
  public long elapsedNanos() {
    return running ? System.nanoTime() - startNanos : 0;
  }

  /** The start, in microseconds since the epoch. */
  public long startEpochMicros() {
    return startEpochMicros;
  }
}
