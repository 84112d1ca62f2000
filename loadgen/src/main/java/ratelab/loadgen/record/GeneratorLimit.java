package ratelab.loadgen.record;

import java.time.Duration;
import java.util.Optional;

/** Tells when the figures of a run are the generator's and not the target's. */
public final class GeneratorLimit {
  private static final double MOST_CPU_SHARE = 0.85;
  private static final long MOST_LATENESS_NANOS = Duration.ofMillis(5).toNanos();
  private static final double MOST_LATE_SENDS = 0.01;

  private GeneratorLimit() {}

  /** Why the generator was the limit, in a sentence with a remedy; empty if it was not. */
  public static Optional<String> of(RunResult result) {
    OwnCost cost = result.generator().cost();
    if (cost.cpuShare().isPresent() && cost.cpuShare().getAsDouble() > MOST_CPU_SHARE) {
      return Optional.of(
          "the generator was the limit: it used the whole machine's CPU; use another machine or"
              + " fewer requests");
    }
    return result.totals().lateness().spread().count() == 0
        ? Optional.empty()
        : lateness(result.totals(), result.missedTurns());
  }

  private static Optional<String> lateness(Totals totals, long missedTurns) {
    long unserved = totals.lateSends() + missedTurns;
    double turns = (double) totals.lateness().spread().count() + missedTurns;
    if (unserved / turns > MOST_LATE_SENDS) {
      return Optional.of(
          "the generator was the limit: no worker was free for "
              + unserved
              + " requests when they were due; raise -c or --max-workers, or lower the rate");
    }
    if (totals.lateness().percentileNanos(99) > MOST_LATENESS_NANOS) {
      return Optional.of(
          "the generator was the limit: 1% of the requests were sent more than 5 ms late; the"
              + " machine is too busy for this rate");
    }
    return Optional.empty();
  }
}
