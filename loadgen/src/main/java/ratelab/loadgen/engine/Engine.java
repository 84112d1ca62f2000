package ratelab.loadgen.engine;

import java.time.Duration;

/**
 * Drives one run. Issuing ends by schedule or by {@link #finishWithin} or {@link #abandon}, which
 * any thread may call; requests in flight at that moment are waited for.
 */
public interface Engine extends AutoCloseable {
  /**
   * Sends the load; returns when every request has ended or was given up.
   *
   * @throws IllegalStateException if the engine broke: the load is not complete
   */
  void drive() throws InterruptedException;

  /** Ends the issuing and gives up what is still in flight after the grace; does not wait. */
  void finishWithin(Duration grace);

  /** Ends the issuing and gives up every request in flight. */
  void abandon();

  /** Requests sent so far. */
  long sent();

  /** When issuing ended, in nanoseconds since the run's start. */
  long stopNanos();

  /** Workers so far: how many requests can be in flight at once. */
  int workers();

  /** Turns that no worker was free for; exact once {@link #drive} has returned. */
  long missedTurns();

  /** Frees what is left of an engine that has driven its run, or never will. */
  @Override
  void close();
}
