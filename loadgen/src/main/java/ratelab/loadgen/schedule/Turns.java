package ratelab.loadgen.schedule;

/** When one worker may send its next request. Belongs to that worker's thread. */
public interface Turns {
  /** Whether requests are due at times of their own, and not as soon as a worker is free. */
  boolean scheduled();

  /**
   * Moves to the worker's next turn.
   *
   * @param elapsedNanos now, since the run's start
   * @return when the request is due, since the run's start; a time that has passed means at once,
   *     {@link RateCurve#NEVER} that there is none
   */
  long next(long elapsedNanos);

  /**
   * No turn will be asked for any more: those that were due before the end count as missed.
   *
   * @param endNanos when issuing ended, since the run's start
   */
  void end(long endNanos);

  /** Turns that passed unused, because no worker was free for them. */
  long missed();
}
