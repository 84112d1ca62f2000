package ratelab.experiments.report.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
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

  /** Ticks alone where the exporter had no nanosecond counter. */
  List<Figure> sideBySide() {
    Line nanos = line("nanoseconds", Ink.BLUE, Dash.SOLID, finding.nanos());
    Line ticks = line("ticks, user + system", Ink.ORANGE, Dash.SOLID, finding.ticks());
    Range same = Range.fromZero(DoubleStream.concat(nanos.values(), ticks.values()));
    return new TargetSeries(recording).nanoseconds().isEmpty()
        ? List.of(ticks(chart(same, ticks)))
        : List.of(nanoseconds(chart(same, nanos)), ticks(chart(same, ticks)));
  }

  private Figure nanoseconds(Chart chart) {
    return new Figure(
        "counter-nanoseconds",
        "Nanosecond counter, " + rate(),
        "The process's own CPU clock. Same run, same scrapes, same scale as the ticks.",
        chart);
  }

  private Figure ticks(Chart chart) {
    return new Figure(
        "counter-ticks",
        "Tick counter, " + rate(),
        "CPU in steps of "
            + Wording.number(1000.0 / recording.info().clockTicksPerSecond(), 0)
            + " ms, as process-exporter reads it: less than a tick in a window shows as 0, and a"
            + " tick shows as more than there was.",
        chart);
  }

  Figure naive() {
    Line rate = line("rate()", Ink.BLUE, Dash.SOLID, finding.nanos());
    Line naive = line("(B − A) / W", Ink.RED, Dash.DASHED, finding.naive());
    return new Figure(
        "naive-rate",
        "(B − A) / W beside rate(), window "
            + Wording.windowAtSpeed(recording.scenario(), finding.window()),
        "The naive rate takes the difference between the last and the first sample in the window"
            + " and divides it by the whole window, although the samples span only a part of it:"
            + " it is too low by that part.",
        chart(Range.fromZero(DoubleStream.concat(rate.values(), naive.values())), rate, naive));
  }

  private String rate() {
    return Wording.rate(recording.scenario(), finding.window());
  }

  private Line line(String name, Ink ink, Dash dash, Curve curve) {
    return new Line(name, ink, dash, clock.points(curve, unit.perCore()));
  }

  private Chart chart(Range values, Line... lines) {
    return Chart.of(
            unit.axis(),
            clock.whole(),
            values,
            recording.marks().loadStartMillis(),
            Stream.of(lines).toList())
        .withSpans(RunMarks.spans(analysis, clock))
        .withMarks(RunMarks.marks(analysis, clock));
  }
}
