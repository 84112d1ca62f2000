package ratelab.loadgen.report;

import static ratelab.loadgen.report.Decimal.seconds;
import static ratelab.loadgen.report.Decimal.secs;
import static ratelab.loadgen.report.Decimal.text;

import ratelab.loadgen.record.Phase;
import ratelab.loadgen.record.RunResult;
import ratelab.loadgen.record.Spread;
import ratelab.loadgen.record.Totals;

/**
 * A run as hey prints it (rakyll/hey, requester/print.go at its last commit): the same lines, tabs
 * and blank lines, so that scripts that read hey's output read this. Unlike hey, lines and blocks
 * that nothing is known about are left out; what hey does not have comes after all of hey's lines.
 */
public final class HeySummary {
  private static final int[] PERCENTS = {10, 25, 50, 75, 90, 95, 99};

  private final RunResult result;
  private final Totals totals;
  private final StringBuilder text = new StringBuilder();

  private HeySummary(RunResult result) {
    this.result = result;
    this.totals = result.totals();
  }

  /** The whole text, from its leading blank line to its last line feed. */
  public static String of(RunResult result) {
    HeySummary summary = new HeySummary(result);
    boolean answered = summary.totals.service().spread().count() > 0;
    summary.appendSummary(answered);
    if (answered) {
      summary.appendHistogram();
      summary.appendPercentiles();
      summary.appendDetails();
      summary.appendStatuses();
    }
    summary.appendErrors();
    return summary.text.append(OwnSection.of(result)).toString();
  }

  private void appendSummary(boolean answered) {
    Spread service = totals.service().spread();
    line("");
    line("Summary:");
    line("  Total:\t" + secs((double) result.endNanos()));
    if (answered) {
      line("  Slowest:\t" + secs((double) service.maxNanos()));
      line("  Fastest:\t" + secs((double) service.minNanos()));
      line("  Average:\t" + secs(service.meanNanos()));
    }
    line("  Requests/sec:\t" + text(totals.finished() / seconds((double) result.endNanos())));
    line("  ");
    if (totals.bytesReceived() > 0) {
      line("  Total data:\t" + totals.bytesReceived() + " bytes");
      if (answered) {
        line("  Size/request:\t" + totals.bytesAnswered() / service.count() + " bytes");
      }
    }
    line("");
  }

  private void appendHistogram() {
    line("Response time histogram:");
    text.append(HistogramBars.of(totals.service()));
    line("");
    line("");
  }

  private void appendPercentiles() {
    line("Latency distribution:");
    for (int percent : PERCENTS) {
      double nanos = totals.service().percentileNanos(percent);
      line("  " + percent + "% in " + secs(nanos));
    }
    line("");
  }

  private void appendDetails() {
    line("Details (average, fastest, slowest):");
    totals.phases().forEach(this::appendPhase);
    line("");
  }

  private void appendPhase(Phase phase, Spread spread) {
    String average = secs(spread.meanNanos());
    String fastest = secs((double) spread.minNanos());
    String slowest = secs((double) spread.maxNanos());
    line("  " + phase.heading() + ":\t" + average + ", " + fastest + ", " + slowest);
  }

  private void appendStatuses() {
    line("Status code distribution:");
    totals
        .statuses()
        .forEach((status, count) -> line("  [" + status + "]\t" + count + " responses"));
    line("");
  }

  private void appendErrors() {
    if (totals.causes().isEmpty()) {
      line("");
    } else {
      line("Error distribution:");
      totals.causes().forEach((cause, count) -> line("  [" + count + "]\t" + cause));
    }
    line("");
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
