package ratelab.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.chart.Band;
import ratelab.experiments.report.chart.Chart;
import ratelab.experiments.report.chart.Dash;
import ratelab.experiments.report.chart.Ink;
import ratelab.experiments.report.chart.Line;
import ratelab.experiments.report.chart.Mark;
import ratelab.experiments.report.chart.Range;
import ratelab.experiments.report.chart.Strip;
import ratelab.experiments.report.wording.Wording;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.WindowWidth;

/** One window's CPU-rate curve with all that was said to come and what came. */
final class RateFigure {
  private final Analysis analysis;
  private final Recording recording;
  private final WindowFinding finding;
  private final RunClock clock;
  private final CpuUnit unit;

  RateFigure(Analysis analysis, Recording recording, WindowFinding finding) {
    this.analysis = analysis;
    this.recording = recording;
    this.finding = finding;
    clock = new RunClock(recording.marks());
    unit = CpuUnit.of(finding);
  }

  Figure figure() {
    String window = Wording.window(recording.scenario(), finding.window());
    return new Figure(
        "rate-" + window,
        Wording.rate(recording.scenario(), finding.window()),
        caption(),
        chart(clock.whole()));
  }

  /** The curve between two seconds. */
  Chart chart(Range time) {
    Line line = new Line("rate()", Ink.BLUE, Dash.SOLID, inside(time, finding.nanos()));
    double high = Math.max(0, finding.band().highCores() * unit.perCore());
    return Chart.of(
            unit.axis(),
            time,
            Range.fromZero(DoubleStream.concat(line.values(), DoubleStream.of(high))),
            recording.marks().loadStartMillis(),
            List.of(line))
        .withBands(List.of(new Band(finding.band().lowCores() * unit.perCore(), high, "idle band")))
        .withSpans(RunMarks.spans(analysis, clock))
        .withStrips(strips())
        .withMarks(marks());
  }

  private List<Line.Point> inside(Range time, Curve curve) {
    return clock.points(curve, unit.perCore()).stream()
        .filter(p -> p.x() >= time.low() && p.x() <= time.high())
        .toList();
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>(RunMarks.marks(analysis, clock));
    finding
        .returnMillis()
        .ifPresent(
            at ->
                marks.add(
                    RunMarks.mark(
                        clock.seconds(at),
                        "back",
                        "Observed: in the idle band from here on, for a whole window.",
                        Ink.GREEN,
                        Dash.SOLID)));
    return marks;
  }

  private List<Strip> strips() {
    List<Strip> strips = new ArrayList<>();
    for (Forecast forecast : recording.forecasts()) {
      if (forecast.stage() != ForecastStage.AFTERWARDS) {
        forecast.returns().stream()
            .filter(r -> r.window().equals(finding.window()))
            .map(
                r ->
                    strip(
                        r.earliestMillis(),
                        r.latestMillis(),
                        "forecast " + forecast.stage().label(),
                        forecast.stage() == ForecastStage.BEFORE_LOAD ? Ink.PURPLE : Ink.BLUE))
            .forEach(strips::add);
      }
    }
    if (!showsNothing()) {
      strips.add(
          strip(
              finding.earliestReturnMillis(),
              finding.latestReturnMillis(),
              "derived from the samples",
              Ink.GREEN));
    }
    return strips;
  }

  private Strip strip(long fromMillis, long toMillis, String label, Ink ink) {
    double from = clock.seconds(fromMillis);
    double to = clock.seconds(toMillis);
    String detail =
        label + ": back between " + Wording.seconds(from) + " and " + Wording.seconds(to);
    return new Strip(from, to, label, detail, ink);
  }

  private boolean showsNothing() {
    return WindowWidth.of(finding.window(), recording.scenario().scrapeInterval())
        == WindowWidth.SHOWS_NOTHING;
  }

  private String caption() {
    if (showsNothing()) {
      Scenario scenario = recording.scenario();
      return WindowWidth.explain(
              scenario.nominal(finding.window()), scenario.nominal(scenario.scrapeInterval()))
          + ".";
    }
    return finding.returnMillis().isPresent()
        ? "Back in the idle band "
            + Wording.seconds(clock.afterLoadEnd(finding.returnMillis().getAsLong()))
            + " after the load ended."
        : "Not back in the idle band for a whole window while the recording ran.";
  }
}
