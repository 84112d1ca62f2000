package ratelab.experiments.report.figure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.RequestCounts;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.chart.Chart;
import ratelab.experiments.report.chart.Dash;
import ratelab.experiments.report.chart.Ink;
import ratelab.experiments.report.chart.Line;
import ratelab.experiments.report.chart.Line.Point;
import ratelab.experiments.report.chart.Range;

/** Requests over time: what clients sent and gave up, and what the target worked off. */
final class RequestsFigure {
  private final Analysis analysis;
  private final RunClock clock;

  private RequestsFigure(Analysis analysis, RunClock clock) {
    this.analysis = analysis;
    this.clock = clock;
  }

  static Figure of(Analysis analysis, Recording recording) {
    return new RequestsFigure(analysis, new RunClock(recording.marks())).figure();
  }

  private Figure figure() {
    List<Line> lines =
        List.of(
            line("sent", Ink.GREY, Dash.SOLID, RequestCounts::sent),
            line("answered", Ink.GREEN, Dash.SOLID, RequestCounts::answered),
            line("timed out", Ink.RED, Dash.DASHED, RequestCounts::timedOut),
            line("worked off", Ink.ORANGE, Dash.SOLID, RequestCounts::workedOff));
    return new Figure(
        "requests",
        "Requests sent, answered, timed out and worked off",
        "The gap between sent and worked off is the backlog. When it closes, the drain is over.",
        Chart.of(
                "requests so far",
                clock.whole(),
                Range.fromZero(lines.stream().flatMapToDouble(Line::values)),
                clock.marks().loadStartMillis(),
                lines)
            .withSpans(RunMarks.spans(analysis, clock))
            .withMarks(RunMarks.marks(analysis, clock)));
  }

  private Line line(String name, Ink ink, Dash dash, ToLongFunction<RequestCounts> count) {
    return new Line(
        name,
        ink,
        dash,
        analysis.requests().stream()
            .map(
                r ->
                    new Point(
                        clock.seconds(r.timeMillis()),
                        OptionalDouble.of((double) count.applyAsLong(r))))
            .toList());
  }
}
