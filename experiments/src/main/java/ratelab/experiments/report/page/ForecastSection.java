package ratelab.experiments.report.page;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.WindowReturn;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.SeenWorks;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.wording.Wording;
import ratelab.experiments.scenario.ForecastStage;

/** What was said to come, and when it was said. */
final class ForecastSection {
  private static final String NOT_SEEN = "not seen";

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
      return Section.paragraph("No forecast was made in this run" + reason() + ".");
    }
    Table table = Table.of("Made", "Service time", "Requests", "Drain", "Last work", "Curve back");
    recording.forecasts().forEach(f -> forecast(table, f));
    observed(table, analysis);
    String assumption = SeenWorks.of(recording).map(seen -> seen.assumption() + " ").orElse("");
    return Element.of("div")
        .add(table.element())
        .add(
            Section.note(
                assumption
                    + "Times of day in UTC. A forecast knows only what had happened when it was"
                    + " made; the one made afterwards is the identity N·D − T, a check of"
                    + " consistency."));
  }

  /** What a user's service did not show. */
  private String reason() {
    return recording.scenario().target().own().isEmpty()
        ? ""
        : SeenWorks.missing(recording.load(), recording.calibration(), recording.abandoned())
            .map(missing -> ": " + missing)
            .orElse("");
  }

  private void forecast(Table table, Forecast forecast) {
    table.row(
        Table.cell(List.of(forecast.stage().label(), Wording.clock(forecast.madeAtMillis()))),
        Table.cell(Wording.number(forecast.serviceTime().toNanos() / 1e9, 3) + " s"),
        requests(forecast.sent(), forecast.answered(), forecast.timedOut()),
        Table.cell(drain(forecast)),
        Table.cell(Wording.clock(forecast.lastWorkMillis())),
        Table.cell(forecast.returns().stream().map(this::back).toList()));
  }

  private static String drain(Forecast forecast) {
    String drain = Wording.seconds(forecast.drain());
    return forecast.stage() == ForecastStage.AFTERWARDS
        ? drain
        : drain + " ± " + Wording.seconds(forecast.tolerance());
  }

  private String back(WindowReturn expected) {
    return window(expected.window())
        + Wording.clock(expected.earliestMillis())
        + " to "
        + Wording.clock(expected.latestMillis());
  }

  private void observed(Table table, Analysis analysis) {
    LoadResult load = recording.load();
    OptionalLong lastWork = analysis.lastWorkMillis();
    table.row(
        Table.cell("observed"),
        Table.cell(calibrated(recording.calibration())),
        load.isKnown()
            ? requests(load.sent(), load.answered(), load.timedOut())
            : Table.cell("not told by the load"),
        Table.cell(lastWork.isPresent() ? drain(lastWork.getAsLong()) : NOT_SEEN),
        Table.cell(clock(lastWork)),
        Table.cell(analysis.windows().stream().map(this::back).toList()));
  }

  private String drain(long lastWorkMillis) {
    long millis = Math.max(0, lastWorkMillis - recording.marks().loadEndMillis());
    return Wording.seconds(Duration.ofMillis(millis));
  }

  private String back(WindowFinding finding) {
    return window(finding.window()) + clock(finding.returnMillis());
  }

  private String window(Duration window) {
    return Wording.window(recording.scenario(), window) + ": ";
  }

  private static String clock(OptionalLong epochMillis) {
    return epochMillis.isPresent() ? Wording.clock(epochMillis.getAsLong()) : NOT_SEEN;
  }

  private static String calibrated(List<Duration> calibration) {
    return calibration.isEmpty()
        ? "not calibrated"
        : calibration.stream()
            .map(d -> Wording.number(d.toNanos() / 1e9, 3))
            .collect(Collectors.joining(", ", "calibrated ", " s"));
  }

  private static Element requests(long sent, long answered, long timedOut) {
    return Table.cell(List.of(sent + " sent", answered + " answered", timedOut + " timed out"));
  }
}
