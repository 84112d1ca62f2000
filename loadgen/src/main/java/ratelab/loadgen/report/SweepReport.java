package ratelab.loadgen.report;

import java.util.List;
import java.util.Locale;
import ratelab.loadgen.record.Totals;

/** A sweep as a table, and where its knee is. */
public final class SweepReport {
  private static final double NANOS_PER_SECOND = 1e9;

  private SweepReport() {}

  /** The table's head, for printing step by step. */
  public static String head() {
    return """

    Sweep:
      rate/sec\tanswered/sec\terrors\tservice 50%\tservice 90%\tresponse 90%\tresponse 99%\tnot sent
    """;
  }

  /** One line of the table. */
  public static String line(SweepStep step) {
    Totals totals = step.result().totals();
    boolean answered = totals.service().spread().count() > 0;
    return String.format(
        Locale.ROOT,
        "  %.1f\t%.1f\t%d\t%s\t%s\t%s\t%s\t%d%s\n",
        step.ratePerSecond(),
        totals.service().spread().count() / (step.result().stopNanos() / NANOS_PER_SECOND),
        totals.finished() - totals.service().spread().count(),
        answered ? Millis.text(totals.service().percentileNanos(50)) : "-",
        answered ? Millis.text(totals.service().percentileNanos(90)) : "-",
        answered ? Millis.text(totals.timings().response().percentileNanos(90)) : "-",
        answered ? Millis.text(totals.timings().response().percentileNanos(99)) : "-",
        step.result().missedTurns(),
        step.isBeyondTheKnee() ? "\tbeyond the knee" : "");
  }

  /**
   * Where response time leaves service time for good, in a sentence: a single bad step between good
   * ones is the machine's.
   */
  public static String knee(List<SweepStep> steps) {
    int last = steps.size() - 1;
    while (last >= 0 && steps.get(last).isBeyondTheKnee()) {
      last--;
    }
    String sentence;
    if (steps.isEmpty()) {
      sentence = "no step was made";
    } else if (last == steps.size() - 1) {
      sentence = "not reached up to " + rate(steps.getLast());
    } else if (last < 0) {
      sentence = "below " + rate(steps.getFirst()) + "; sweep lower rates";
    } else {
      sentence = "between " + rate(steps.get(last)) + " and " + rate(steps.get(last + 1));
    }
    return "\nKnee:\t" + sentence + "\n\n";
  }

  private static String rate(SweepStep step) {
    return String.format(Locale.ROOT, "%.1f requests/sec", step.ratePerSecond());
  }
}
