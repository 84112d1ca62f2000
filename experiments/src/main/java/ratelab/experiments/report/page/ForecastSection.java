package ratelab.experiments.report.page;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.wording.Wording;
import ratelab.experiments.scenario.ForecastStage;

/** What was said to come, and when it was said. */
final class ForecastSection {
  private final Recording recording;

  private ForecastSection(Recording recording) {
    this.recording = recording;
  }

  static Section of(Analysis analysis, Recording recording) {
    ForecastSection section = new ForecastSection(recording);
    return new Section("forecasts", "Forecasts", section.content(analysis));
  }

  private Element content(Analysis analysis) {
    if (recording.forecasts().isEmpty()) {
      return Section.paragraph("No forecast was made in this run.");
    }
    Table table =
        Table.of("Made", "Service time", "Requests", "Drain", "Last work", "Curve back at");
    recording.forecasts().forEach(f -> row(table, f));
    observed(table, analysis);
    return Element.of("div")
        .add(table.element())
        .add(
            Section.note(
                "Times in UTC. Requests: sent, answered, timed out. A forecast knows only what"
                    + " had happened when it was made; the one made afterwards is the identity"
                    + " N·D − T, a check of consistency."));
  }

  private void row(Table table, Forecast forecast) {
    table.row(
        Wording.stage(forecast.stage()) + ", " + Wording.clock(forecast.madeAtMillis()),
        Wording.number(forecast.serviceTime().toNanos() / 1e9, 3) + " s",
        requests(forecast.sent(), forecast.answered(), forecast.timedOut()),
        Wording.seconds(forecast.drain())
            + (forecast.stage() == ForecastStage.AFTERWARDS
                ? ""
                : " ± " + Wording.seconds(forecast.tolerance())),
        Wording.clock(forecast.lastWorkMillis()),
        forecast.returns().stream()
            .map(
                r ->
                    back(
                        r.window(),
                        Wording.clock(r.earliestMillis())
                            + " to "
                            + Wording.clock(r.latestMillis())))
            .collect(Collectors.joining("; ")));
  }

  private void observed(Table table, Analysis analysis) {
    var load = recording.load();
    long end = recording.marks().loadEndMillis();
    var lastWork = analysis.lastWorkMillis();
    table.row(
        "observed",
        calibrated(recording.calibration()),
        requests(load.sent(), load.answered(), load.timedOut()),
        lastWork.isPresent()
            ? Wording.seconds(Duration.ofMillis(lastWork.getAsLong() - end))
            : "not seen",
        lastWork.isPresent() ? Wording.clock(lastWork.getAsLong()) : "not seen",
        analysis.windows().stream().map(this::observed).collect(Collectors.joining("; ")));
  }

  private String observed(WindowFinding finding) {
    return back(
        finding.window(),
        finding.returnMillis().isPresent()
            ? Wording.clock(finding.returnMillis().getAsLong())
            : "not seen");
  }

  private String back(Duration window, String when) {
    return Wording.window(recording.scenario(), window) + ": " + when;
  }

  private static String calibrated(List<Duration> calibration) {
    return calibration.isEmpty()
        ? "not calibrated"
        : calibration.stream()
            .map(d -> Wording.number(d.toNanos() / 1e9, 3))
            .collect(Collectors.joining(", ", "", " s calibrated"));
  }

  private static String requests(long sent, long answered, long timedOut) {
    return sent + ", " + answered + ", " + timedOut;
  }
}
