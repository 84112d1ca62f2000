package ratelab.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.chart.Chart;
import ratelab.experiments.report.chart.Dash;
import ratelab.experiments.report.chart.Ink;
import ratelab.experiments.report.chart.Line;
import ratelab.experiments.report.chart.Range;

/** What the exporter said, before any query: the counters and the resident memory. */
final class RawFigures {
  private static final double MEBIBYTE = 1 << 20;

  private final Analysis analysis;
  private final Recording recording;
  private final RunClock clock;

  RawFigures(Analysis analysis, Recording recording) {
    this.analysis = analysis;
    this.recording = recording;
    clock = new RunClock(recording.marks());
  }

  Figure counters() {
    TargetSeries series = new TargetSeries(recording);
    List<Line> lines = new ArrayList<>();
    add(lines, "user", Ink.BLUE, Dash.SOLID, series.user());
    add(lines, "system", Ink.ORANGE, Dash.DASHED, series.system());
    add(lines, "both, nanoseconds", Ink.GREEN, Dash.DOTTED, series.nanoseconds());
    return new Figure(
        "counter-raw",
        "The counter itself",
        "CPU seconds of the target since it started, as scraped. A steady slope after the load is"
            + " the drain.",
        chart(
            "CPU time, seconds",
            lines,
            Range.around(lines.stream().flatMapToDouble(Line::values))));
  }

  Figure memory() {
    List<Line> lines =
        new TargetSeries(recording)
            .residentMemory().stream()
                .map(
                    s ->
                        new Line("resident", Ink.PURPLE, Dash.SOLID, clock.points(s, 1 / MEBIBYTE)))
                .toList();
    return new Figure(
        "memory",
        "Resident memory",
        "What the target held. A backlog that waits in the kernel's socket buffers does not show"
            + " here.",
        chart("memory, MiB", lines, Range.fromZero(lines.stream().flatMapToDouble(Line::values))));
  }

  private void add(List<Line> lines, String name, Ink ink, Dash dash, Optional<Series> series) {
    series.ifPresent(s -> lines.add(new Line(name, ink, dash, clock.points(s, 1))));
  }

  private Chart chart(String unit, List<Line> lines, Range values) {
    return Chart.of(unit, clock.whole(), values, recording.marks().loadStartMillis(), lines)
        .withSpans(RunMarks.spans(analysis, clock))
        .withMarks(RunMarks.marks(analysis, clock));
  }
}
