package ratelab.experiments.report;

import java.nio.file.Path;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.recording.Recording;

/** The report's short form for a terminal, at most 100 columns wide. */
public final class TerminalSummary {
  private TerminalSummary() {}

  /**
   * The summary, ending in a line break.
   *
   * @param report where the whole report is
   * @param colour whether to use ANSI colours
   */
  public static String render(Analysis analysis, Recording recording, Path report, boolean colour) {
    return analysis.answer() + "\n" + recording.scenario().name() + ": " + report + "\n";
  }
}
