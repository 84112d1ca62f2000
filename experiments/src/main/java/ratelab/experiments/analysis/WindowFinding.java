package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import ratelab.experiments.rate.Curve;

/**
 * What one rate window showed.
 *
 * @param window the (actual) rate window
 * @param nanos the curve of the nanosecond counter; of the tick counter where there is no other
 * @param ticks the curve of the tick counter, user and system
 * @param naive the naive {@code (B - A) / W} over the samples in the window
 * @param band the idle band of {@code nanos}
 * @param earliestReturnMillis derived: not before this instant
 * @param latestReturnMillis derived: not after this instant
 * @param returnMillis observed: back in the idle band for a whole window; empty if it never was
 * @param zeroMillis observed: the tick curve exactly 0 for a whole window; empty if it never was
 * @param decay where the time went; empty if the curve did not return
 */
public record WindowFinding(
    Duration window,
    Curve nanos,
    Curve ticks,
    Curve naive,
    IdleBand band,
    long earliestReturnMillis,
    long latestReturnMillis,
    OptionalLong returnMillis,
    OptionalLong zeroMillis,
    Optional<Decay> decay) {

  /** The same, to return at other times. */
  WindowFinding returning(long earliestMillis, long latestMillis) {
    return new WindowFinding(
        window,
        nanos,
        ticks,
        naive,
        band,
        earliestMillis,
        latestMillis,
        returnMillis,
        zeroMillis,
        decay);
  }
}
