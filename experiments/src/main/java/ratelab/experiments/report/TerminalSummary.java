package ratelab.experiments.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Decay;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.markup.Decimal;
import ratelab.experiments.report.terminal.CauseBar;
import ratelab.experiments.report.terminal.Columns;
import ratelab.experiments.report.terminal.Style;
import ratelab.experiments.report.wording.Wording;

/** The report's short form for a terminal, at most 100 columns wide. */
public final class TerminalSummary {
  private static final int WIDTH = 100;
  private static final Columns VERDICTS = new Columns(12, 44, 20, 18);
  private static final int INDENT = 14;

  private final Analysis analysis;
  private final Recording recording;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private TerminalSummary(Analysis analysis, Recording recording, Style style) {
    this.analysis = analysis;
    this.recording = recording;
    this.style = style;
  }

  /**
   * The summary, ending in a line break.
   *
   * @param report where the whole report is; its line alone may be longer than 100 columns
   * @param colour whether to use ANSI colours
   */
  public static String render(Analysis analysis, Recording recording, Path report, boolean colour) {
    return new TerminalSummary(analysis, recording, new Style(colour)).render(report);
  }

  private String render(Path report) {
    headline();
    problems();
    analysis.windows().stream()
        .map(WindowFinding::decay)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(this::causes);
    verdicts();
    lines.add("");
    lines.add("Report: " + report);
    return String.join("\n", lines) + "\n";
  }

  private void headline() {
    lines.add(
        "%s  %s, %s lab, speed %s"
            .formatted(
                style.status(analysis.status()),
                recording.scenario().name(),
                recording.info().lab(),
                Decimal.upTo(recording.scenario().speed(), 2)));
    Columns.wrap(analysis.answer(), WIDTH).forEach(line -> lines.add(style.bold(line)));
  }

  private void problems() {
    analysis.problems().forEach(problem -> note("! ", problem));
    analysis.remarks().forEach(remark -> note("- ", Wording.remark(remark)));
  }

  private void note(String bullet, String text) {
    List<String> wrapped = Columns.wrap(text, WIDTH - 2);
    lines.add(bullet + wrapped.getFirst());
    wrapped.stream().skip(1).forEach(line -> lines.add("  " + line));
  }

  private void causes(Decay decay) {
    lines.add("");
    lines.add("Window " + Wording.windowAtSpeed(recording.scenario(), decay.window()) + ":");
    lines.addAll(CauseBar.draw(decay, WIDTH));
  }

  private void verdicts() {
    lines.add("");
    lines.addAll(VERDICTS.row("Verdict", "Expectation", "Forecast", "Observed"));
    analysis.verdicts().forEach(this::verdict);
  }

  private void verdict(Verdict verdict) {
    String status = verdict.status().name();
    List<String> row = VERDICTS.row(status, verdict.name(), verdict.forecast(), verdict.observed());
    lines.add(style.status(verdict.status()) + row.getFirst().substring(status.length()));
    lines.addAll(row.subList(1, row.size()));
    indented("tolerance: " + verdict.tolerance());
    if (!verdict.reason().isEmpty()) {
      indented(verdict.reason());
    }
  }

  private void indented(String text) {
    Columns.wrap(text, WIDTH - INDENT).forEach(line -> lines.add(" ".repeat(INDENT) + line));
  }
}
