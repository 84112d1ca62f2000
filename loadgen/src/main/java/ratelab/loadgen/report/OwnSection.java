package ratelab.loadgen.report;

import static ratelab.loadgen.report.Decimal.seconds;
import static ratelab.loadgen.report.Decimal.secs;
import static ratelab.loadgen.report.Decimal.text;

import java.util.List;
import ratelab.loadgen.record.InFlight;
import ratelab.loadgen.record.RunResult;

/** What ratelab says after hey's last line: times, the generator's part, and how the run ended. */
final class OwnSection {
  private OwnSection() {}

  /** Blocks with their headings, each with a blank line after it. */
  static String of(RunResult result) {
    return TimesBlock.of(result.totals()) + GeneratorBlock.of(result) + end(result);
  }

  private static String end(RunResult result) {
    StringBuilder text = new StringBuilder();
    if (result.load().period().isPresent() && result.stopNanos() > 0) {
      double issuing = result.stopNanos();
      line(text, "Issued for:\t" + secs(issuing));
      line(text, "Issued/sec:\t" + text(result.totals().sent() / seconds(issuing)));
      line(text, "Tail:\t" + secs(result.endNanos() - issuing));
    }
    if (result.missedTurns() > 0) {
      line(text, "Missed turns:\t" + result.missedTurns());
    }
    List<InFlight> inFlight = result.totals().inFlight();
    if (!inFlight.isEmpty()) {
      double oldest = inFlight.stream().mapToLong(InFlight::ageNanos).max().orElseThrow();
      line(text, "In flight:\t" + inFlight.size() + " requests, oldest " + secs(oldest));
    }
    return text.isEmpty() ? "" : "End of the run:\n" + text + "\n";
  }

  private static void line(StringBuilder text, String content) {
    text.append("  ").append(content).append('\n');
  }
}
