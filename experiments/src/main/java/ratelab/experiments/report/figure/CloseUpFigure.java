package ratelab.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.chart.Chart;
import ratelab.experiments.report.chart.Dash;
import ratelab.experiments.report.chart.Ink;
import ratelab.experiments.report.chart.Mark;
import ratelab.experiments.report.chart.Range;
import ratelab.experiments.report.wording.Wording;

/** The end of the shortest window's curve, large enough to see every scrape. */
final class CloseUpFigure {
  private static final int WINDOWS_BEFORE = 3;
  private static final int WINDOWS_AFTER = 1;

  private CloseUpFigure() {}

  /** Nothing where the last work or the return is not known. */
  static Optional<Figure> of(Analysis analysis, Recording recording, WindowFinding finding) {
    if (analysis.lastWorkMillis().isEmpty() || finding.returnMillis().isEmpty()) {
      return Optional.empty();
    }
    RunClock clock = new RunClock(recording.marks());
    double window = finding.window().toNanos() / 1e9;
    double lastWork = clock.seconds(analysis.lastWorkMillis().getAsLong());
    double back = clock.seconds(finding.returnMillis().getAsLong());
    Range time =
        new Range(
            Math.min(lastWork, back) - WINDOWS_BEFORE * window,
            Math.max(lastWork, back) + WINDOWS_AFTER * window);
    Chart chart = new RateFigure(analysis, recording, finding).chart(time);
    List<Mark> marks = new ArrayList<>(scrapes(recording, clock, time));
    marks.addAll(chart.marks());
    return Optional.of(
        new Figure(
            "return-" + Wording.window(recording.scenario(), finding.window()),
            "The return, close up",
            "Dotted lines are scrapes. The curve can only change where a scrape enters or leaves"
                + " the window.",
            chart.withMarks(marks)));
  }

  private static List<Mark> scrapes(Recording recording, RunClock clock, Range time) {
    return new TargetSeries(recording)
        .cpu().stream()
            .flatMap(s -> s.samples().stream())
            .mapToDouble(s -> clock.seconds(s.timestampMillis()))
            .filter(x -> x >= time.low() && x <= time.high())
            .mapToObj(x -> RunMarks.mark(x, "", "A scrape.", Ink.GREY, Dash.DOTTED))
            .toList();
  }
}
