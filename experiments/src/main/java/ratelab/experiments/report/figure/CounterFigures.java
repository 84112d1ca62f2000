package ratelab.experiments.report.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.chart.Chart;
import ratelab.experiments.report.chart.Dash;
import ratelab.experiments.report.chart.Ink;
import ratelab.experiments.report.chart.Line;
import ratelab.experiments.report.chart.Range;
import ratelab.experiments.report.wording.Wording;

/** The nanosecond and the tick counter side by side, and the naive rate beside {@code rate()}. */
final class CounterFigures {
  private final Analysis analysis;
  private final Recording recording;
  private final WindowFinding finding;
  private final RunClock clock;
  private final CpuUnit unit;

  CounterFigures(Analysis analysis, Recording recording, WindowFinding finding) {
    this.analysis = analysis;
    this.recording = recording;
    this.finding = finding;
    clock = new RunClock(recording.marks());
    unit = CpuUnit.of(finding);
  }

  List<Figure> sideBySide() {
    Figure ticks =
        new Figure(
            "counter-ticks",
            "Tick counter, rate[" + window() + "]",
            "CPU in steps of "
                + Wording.number(1000.0 / recording.info().clockTicksPerSecond(), 0)
                + " ms, as process-exporter reads it: what is less than a tick in a window is not"
                + " seen, what is seen is too high.",
            chart(List.of(line("ticks, user + system", Ink.ORANGE, Dash.SOLID, finding.ticks()))));
    if (new TargetSeries(recording).nanoseconds().isEmpty()) {
      return List.of(ticks);
    }
    return List.of(
        new Figure(
            "counter-nanoseconds",
            "Nanosecond counter, rate[" + window() + "]",
            "The process's own CPU clock. Same run, same scrapes, same scale as the ticks.",
            chart(List.of(line("nanoseconds", Ink.BLUE, Dash.SOLID, finding.nanos())))),
        ticks);
  }

  Figure naive() {
    return new Figure(
        "naive-rate",
        "(B − A) / W beside rate()",
        "The naive rate divides what the samples in the window differ by through the whole window,"
            + " although they span only part of it: it is too low by that part.",
        chart(
            List.of(
                line("rate()", Ink.BLUE, Dash.SOLID, finding.nanos()),
                line("(B − A) / W", Ink.RED, Dash.DASHED, finding.naive()))));
  }

  private String window() {
    return Wording.window(recording.scenario(), finding.window());
  }

  private Line line(String name, Ink ink, Dash dash, Curve curve) {
    return Line.of(name, ink, dash, clock.points(curve, unit.perCore()));
  }

  private Chart chart(List<Line> lines) {
    return Chart.of(
            unit.axis(),
            clock.whole(),
            Range.fromZero(
                DoubleStream.concat(
                    values(finding.nanos()),
                    DoubleStream.concat(values(finding.ticks()), values(finding.naive())))),
            recording.marks().loadStartMillis(),
            lines)
        .withSpans(RunMarks.spans(analysis, clock))
        .withMarks(RunMarks.marks(analysis, clock));
  }

  private DoubleStream values(Curve curve) {
    return clock.points(curve, unit.perCore()).stream().flatMapToDouble(p -> p.y().stream());
  }
}
