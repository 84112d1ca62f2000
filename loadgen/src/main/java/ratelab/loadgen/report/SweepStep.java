package ratelab.loadgen.report;

import ratelab.loadgen.record.RunResult;
import ratelab.loadgen.record.Totals;

/**
 * What one rate of a sweep came to.
 *
 * @param ratePerSecond that was asked for
 */
public record SweepStep(double ratePerSecond, RunResult result) {
  private static final int NANOS_PER_MILLI = 1_000_000;

  /** Beyond the knee most requests wait; higher percentiles also show a machine's hiccups. */
  private static final double PERCENT = 90;

  private static final double MOST_UNSERVED = 0.01;

  /** Whether response time has left service time, or requests were not sent or not answered. */
  public boolean isBeyondTheKnee() {
    Totals totals = result.totals();
    if (totals.service().spread().count() == 0) {
      return true;
    }
    long service = totals.service().percentileNanos(PERCENT);
    long response = totals.timings().response().percentileNanos(PERCENT);
    double turns = totals.sent() + (double) result.missedTurns();
    double unserved = turns - totals.service().spread().count();
    // Twice, and by more than a wake-up of a busy machine.
    return response > 2 * service + NANOS_PER_MILLI || unserved / turns > MOST_UNSERVED;
  }
}
