package ratelab.loadgen.judge;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import ratelab.loadgen.record.RunResult;

/**
 * A condition under which a run has failed.
 *
 * @param text as it was given, like {@code p99>250ms}
 * @param above whether values above the limit fail; else those below it
 * @param limit in the figure's unit: nanoseconds, a share of 1, a count, or per second
 */
public record FailureCondition(String text, Figure figure, boolean above, double limit) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Why the run has failed, in a sentence; empty if it has not. */
  public Optional<String> check(RunResult result) {
    OptionalDouble value = figure.of(result);
    if (value.isEmpty()) {
      return Optional.of(text + ": there is no figure, because nothing was answered");
    }
    double known = value.getAsDouble();
    boolean failed = above ? known > limit : known < limit;
    return failed ? Optional.of(text + ": it is " + print(known)) : Optional.empty();
  }

  private String print(double value) {
    return switch (figure.unit()) {
      case NANOS -> String.format(Locale.ROOT, "%.3f ms", value / NANOS_PER_MILLI);
      case SHARE -> String.format(Locale.ROOT, "%.3f%%", 100 * value);
      case COUNT -> String.format(Locale.ROOT, "%.0f", value);
      case PER_SECOND -> String.format(Locale.ROOT, "%.1f/s", value);
    };
  }
}
