package ratelab.loadgen.judge;

import java.util.OptionalDouble;
import ratelab.loadgen.record.Latencies;
import ratelab.loadgen.record.RunResult;
import ratelab.loadgen.record.Totals;

/** A figure of a run that a limit may be set for. */
public sealed interface Figure {
  /** What it measures, so that a limit's unit can be checked and printed. */
  enum Unit {
    NANOS,
    SHARE,
    COUNT,
    PER_SECOND
  }

  /** Its value; empty where the run has none. */
  OptionalDouble of(RunResult result);

  Unit unit();

  /** Which of the two times a figure is about. */
  enum Time {
    /** Response time where requests were due at times of their own, else service time. */
    WHAT_USERS_FEEL,
    SERVICE,
    RESPONSE;

    Latencies of(Totals totals) {
      Latencies response = totals.timings().response();
      return switch (this) {
        case SERVICE -> totals.service();
        case RESPONSE -> response;
        case WHAT_USERS_FEEL -> response.spread().count() > 0 ? response : totals.service();
      };
    }
  }

  /** A percentile of the complete answers' times; 100 is the maximum. */
  record Percentile(Time time, double percent) implements Figure {
    @Override
    public OptionalDouble of(RunResult result) {
      Latencies latencies = time.of(result.totals());
      return latencies.spread().count() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) latencies.percentileNanos(percent));
    }

    @Override
    public Unit unit() {
      return Unit.NANOS;
    }
  }

  /** Their mean. */
  record Mean(Time time) implements Figure {
    @Override
    public OptionalDouble of(RunResult result) {
      Latencies latencies = time.of(result.totals());
      return latencies.spread().count() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(latencies.spread().meanNanos());
    }

    @Override
    public Unit unit() {
      return Unit.NANOS;
    }
  }

  /**
   * Requests without a complete answer, or with an answer of status 500 and above, among those that
   * have ended.
   */
  record Errors(boolean asShare) implements Figure {
    @Override
    public OptionalDouble of(RunResult result) {
      Totals totals = result.totals();
      long errors = totals.finished() - totals.service().spread().count();
      for (long count : totals.statuses().tailMap(FIRST_SERVER_ERROR).values()) {
        errors += count;
      }
      if (!asShare) {
        return OptionalDouble.of((double) errors);
      }
      return totals.finished() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) errors / totals.finished());
    }

    @Override
    public Unit unit() {
      return asShare ? Unit.SHARE : Unit.COUNT;
    }

    private static final int FIRST_SERVER_ERROR = 500;
  }

  /** Complete answers a second, over the whole run. */
  record Rate() implements Figure {
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public OptionalDouble of(RunResult result) {
      return result.endNanos() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              result.totals().service().spread().count() / (result.endNanos() / NANOS_PER_SECOND));
    }

    @Override
    public Unit unit() {
      return Unit.PER_SECOND;
    }
  }

  /** Requests that were sent late, or never, because no worker was free when they were due. */
  record Late() implements Figure {
    @Override
    public OptionalDouble of(RunResult result) {
      return OptionalDouble.of((double) result.totals().lateSends() + result.missedTurns());
    }

    @Override
    public Unit unit() {
      return Unit.COUNT;
    }
  }
}
