package ratelab.loadgen.schedule;

/** A rate over time, seen from the requests: a pure function that says when each is due. */
public sealed interface RateCurve permits ConstantRate, Stages {
  /** The time of a request that the curve has no place for. */
  long NEVER = Long.MAX_VALUE;

  /**
   * When the curve has asked for this many requests.
   *
   * @param requests any number from 0, fractions included
   * @return nanoseconds since the run's start, or {@link #NEVER}; never falls as the number rises
   */
  long nanosOf(double requests);
}
