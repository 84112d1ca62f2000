package ratelab.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.report.chart.Dash;
import ratelab.experiments.report.chart.Ink;
import ratelab.experiments.report.chart.Mark;
import ratelab.experiments.report.chart.Span;
import ratelab.experiments.report.wording.Wording;

/** The instants and stretches that every figure of a run shows alike. */
final class RunMarks {
  private RunMarks() {}

  /** Start and end of the load, and the last work where it is known. */
  static List<Mark> marks(Analysis analysis, RunClock clock) {
    List<Mark> marks = new ArrayList<>();
    double end = clock.seconds(clock.marks().loadEndMillis());
    marks.add(mark(0, "load begins", "The first request was sent.", Ink.GREY, Dash.DOTTED));
    marks.add(mark(end, "load ends", "The load generator had ended.", Ink.GREY, Dash.SOLID));
    analysis
        .lastWorkMillis()
        .ifPresent(
            at ->
                marks.add(
                    mark(
                        clock.seconds(at),
                        "last work",
                        "The last work ended; read from " + analysis.lastWorkEvidence() + ".",
                        Ink.RED,
                        Dash.DASHED)));
    return marks;
  }

  /** The load, and the work after it. */
  static List<Span> spans(Analysis analysis, RunClock clock) {
    List<Span> spans = new ArrayList<>();
    double end = clock.seconds(clock.marks().loadEndMillis());
    spans.add(new Span(0, end, "load", Ink.GREY));
    analysis
        .lastWorkMillis()
        .ifPresent(
            at ->
                spans.add(
                    new Span(end, clock.seconds(at), Wording.drain(analysis.cause()), Ink.ORANGE)));
    return spans;
  }

  /** A mark whose tooltip gives its second. */
  static Mark mark(double second, String label, String detail, Ink ink, Dash dash) {
    String name = label.isEmpty() ? "" : label + ": ";
    return new Mark(second, label, name + Wording.seconds(second) + ". " + detail, ink, dash);
  }
}
