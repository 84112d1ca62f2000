package ratelab.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ratelab.experiments.report.suite.Suite;
import ratelab.experiments.report.suite.SuiteEntry;

/** The combined report's table as text. */
final class SuiteText {
  private SuiteText() {}

  static String of(Suite suite, Path report) {
    List<String> lines = new ArrayList<>();
    lines.add(row("Verdict", "Experiment", "Cause named", "Forecast", "Observed"));
    for (SuiteEntry entry : suite.entries()) {
      lines.add(
          row(
              entry.status().name(),
              entry.variant().isEmpty()
                  ? entry.experiment()
                  : entry.experiment() + "/" + entry.variant(),
              entry.namedCause(),
              String.join("; ", entry.forecast()),
              String.join("; ", entry.observed())));
      if (!entry.reason().isEmpty()) {
        lines.add("              " + entry.reason());
      }
    }
    suite.absent().forEach(absent -> lines.add("left out      " + absent));
    lines.add("");
    lines.add("Report: " + report);
    return String.join("\n", lines);
  }

  private static String row(
      String verdict, String experiment, String cause, String forecast, String observed) {
    return String.format(
            Locale.ROOT,
            "%-12s  %-32s  %-13s  %-28s  %s",
            verdict,
            experiment,
            cause,
            forecast,
            observed)
        .stripTrailing();
  }
}
