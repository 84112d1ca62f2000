package ratelab.loadgen.record;

import java.util.Locale;

/**
 * hey's {@code -o csv}: seconds with four decimals, in order of completion. Unlike hey, a failed
 * attempt has a row too, with its duration and offset and every other cell empty.
 */
public final class HeyRows implements RowFormat {
  private static final double NANOS_PER_SECOND = 1e9;

  @Override
  public String head() {
    return "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,"
        + "status-code,offset\n";
  }

  @Override
  public void append(StringBuilder text, Attempt attempt) {
    boolean answered = attempt.outcome() == Outcome.OK;
    text.append(seconds(attempt.serviceNanos()));
    for (Phase phase : Phase.values()) {
      text.append(',').append(answered ? seconds(attempt.phaseNanos(phase)) : "");
    }
    text.append(',').append(answered ? attempt.status() : "");
    text.append(',').append(seconds(attempt.startNanos())).append('\n');
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.4f", nanos / NANOS_PER_SECOND);
  }
}
