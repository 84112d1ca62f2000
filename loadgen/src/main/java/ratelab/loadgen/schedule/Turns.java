package ratelab.loadgen.schedule;

/** When one worker may send its next request. Belongs to that worker's thread. */
public interface Turns {
  /**
   * Moves to the worker's next turn.
   *
   * @param elapsedNanos now, since the run's start
   * @return when the request is due, since the run's start; a time that has passed means at once
   */
  long next(long elapsedNanos);

  /**
   * No turn will be asked for any more: those that were due before the end count as missed.
   *
   * @param endNanos when issuing ended, since the run's start
   */
  void end(long endNanos);

  /** Turns that passed unused, because the worker was still waiting for an answer. */
  long missed();
}
