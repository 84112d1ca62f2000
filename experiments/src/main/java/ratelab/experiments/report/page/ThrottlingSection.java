package ratelab.experiments.report.page;

import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.Forecaster;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.Throttling;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.wording.Wording;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.Scenario;

/** What a limit of its processors did to the target, its curve and its drain. */
final class ThrottlingSection {
  private static final String UNKNOWN = "not known";

  private final Recording recording;
  private final Analysis analysis;
  private final Throttling throttling;

  private ThrottlingSection(Recording recording, Analysis analysis, Throttling throttling) {
    this.recording = recording;
    this.analysis = analysis;
    this.throttling = throttling;
  }

  /** Empty for a target that was not limited. */
  static Optional<Section> of(Analysis analysis, Recording recording) {
    return Throttling.in(recording.info().versions())
        .map(found -> new ThrottlingSection(recording, analysis, found).section());
  }

  private Section section() {
    Table table = Table.of("Of the target", "Under the limit", "Without one");
    table.row("processors", Wording.number(throttling.cpus(), 2), recording.info().cpus() + "");
    table.row("periods in which it had work", Long.toString(throttling.periods()), "");
    table.row("throttled periods: its share was used up", throttledPeriods(), "0");
    table.row("time it had to wait", Wording.seconds(throttling.throttled()), "0.0 s");
    analysis.windows().forEach(window -> plateau(table, window));
    table.row("drain as forecast before the load", drainForecast(), drainWithout());
    table.row("drain as seen", drainSeen(), UNKNOWN);
    return new Section(
        "throttling",
        "Throttling",
        Element.of("div")
            .add(table.element())
            .add(
                Section.note(
                    "The kernel counts periods of 100 ms (nr_periods, nr_throttled and"
                        + " throttled_time or throttled_usec of the container's cpu.stat). A target"
                        + " that always has work is as flat as its limit, and each request takes"
                        + " the longer, so that what is left over at the load's end takes longer,"
                        + " too.")));
  }

  private String throttledPeriods() {
    return throttling.periods() == 0
        ? "0"
        : "%d (%s %%)"
            .formatted(
                throttling.throttledPeriods(),
                Wording.number(100.0 * throttling.throttledPeriods() / throttling.periods(), 0));
  }

  /** Where the whole window lies within the load. */
  private void plateau(Table table, WindowFinding window) {
    Marks marks = recording.marks();
    Curve curve =
        window
            .nanos()
            .between(marks.loadStartMillis() + window.window().toMillis(), marks.loadStopMillis());
    DoubleSummaryStatistics cores =
        curve.points().stream()
            .flatMapToDouble(point -> point.value().stream())
            .summaryStatistics();
    Duration nominal = recording.scenario().nominal(window.window());
    table.row(
        "rate[" + Durations.print(nominal) + "] under load",
        cores.getCount() == 0 ? UNKNOWN : Wording.number(cores.getAverage(), 3) + " cores",
        "");
  }

  private String drainForecast() {
    return recording
        .forecast(ForecastStage.BEFORE_LOAD)
        .map(Forecast::drain)
        .map(Wording::seconds)
        .orElse(UNKNOWN);
  }

  /** What would have been forecast, were a request's CPU time all that it takes. */
  private String drainWithout() {
    Scenario scenario = recording.scenario();
    if (scenario.target().own().isPresent()) {
      return UNKNOWN;
    }
    Scenario unlimited = scenario.withTarget(scenario.target().withCpus(OptionalDouble.empty()));
    Duration request = unlimited.target().statedServiceTime();
    long start = recording.marks().loadStartMillis();
    return Wording.seconds(
        new Forecaster(unlimited, List.of(request)).beforeLoad(start, start).drain());
  }

  private String drainSeen() {
    return analysis.lastWorkMillis().stream()
        .mapToObj(
            last -> Wording.seconds(Duration.ofMillis(last - recording.marks().loadEndMillis())))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
