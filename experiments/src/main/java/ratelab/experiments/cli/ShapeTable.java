package ratelab.experiments.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratelab.experiments.analysis.Shapes;
import ratelab.experiments.analysis.shape.Aspect;
import ratelab.experiments.analysis.shape.Bounds;
import ratelab.experiments.analysis.shape.CpuPulse;
import ratelab.experiments.analysis.shape.ShapeComparison;
import ratelab.experiments.analysis.shape.View;
import ratelab.experiments.rate.RangeModifier;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.terminal.Columns;
import ratelab.experiments.scenario.Durations;

/** What each window's curve should look like and does look like, as text. */
final class ShapeTable {
  private static final Columns COLUMNS = new Columns(10, 26, 18, 14, 26);

  private final Recording recording;
  private final ViewOptions options;

  ShapeTable(Recording recording, ViewOptions options) {
    this.recording = recording;
    this.options = options;
  }

  List<String> lines() {
    Shapes shapes = Shapes.of(recording);
    Optional<CpuPulse> pulse = shapes.pulse();
    if (pulse.isEmpty()) {
      return List.of("No CPU stands out from the idle target: there is no shape to look at.");
    }
    List<String> lines = new ArrayList<>();
    for (Duration window : options.windows(recording)) {
      View view =
          new View(
              options.grid(recording).orElseGet(shapes::recordedGrid),
              window,
              options.function(),
              options.modifier(),
              options.dialect(recording));
      lines.add(title(view));
      lines.addAll(COLUMNS.row("aspect", "forecast", "observed", "tolerance", ""));
      for (ShapeComparison.Line line : shapes.compare(view, pulse.get()).lines()) {
        lines.addAll(row(view, line));
      }
      lines.add("");
    }
    return lines;
  }

  private String title(View view) {
    String modifier = view.modifier() == RangeModifier.PLAIN ? "" : " " + view.modifier().word();
    return "%s[%s%s], scraped every %s"
        .formatted(
            view.function().promQl(),
            nominal(view.window()),
            modifier,
            nominal(view.grid().interval()));
  }

  private String nominal(Duration actual) {
    return Durations.print(recording.scenario().nominal(actual));
  }

  private static List<String> row(View view, ShapeComparison.Line line) {
    Aspect aspect = line.aspect();
    String observed =
        line.observed().isPresent()
            ? number(view, aspect, line.observed().getAsDouble()) + unit(view, aspect)
            : "not seen";
    String outcome =
        line.reason().isEmpty() ? line.outcome().name().toLowerCase(Locale.ROOT) : line.reason();
    return COLUMNS.row(
        aspect.word(),
        forecast(view, aspect, line.forecast()),
        observed,
        "± " + number(view, aspect, line.tolerance()),
        outcome);
  }

  private static String forecast(View view, Aspect aspect, Bounds bounds) {
    String low = number(view, aspect, bounds.low());
    String high = number(view, aspect, bounds.high());
    return (low.equals(high) ? low : low + " to " + high) + unit(view, aspect);
  }

  private static String number(View view, Aspect aspect, double value) {
    double shown = view.shown(aspect, value);
    return switch (aspect) {
      case REACTION, RISE, RETURN, LAG -> String.format(Locale.ROOT, "%.1f", shown);
      case PLATEAU -> String.format(Locale.ROOT, "%.6f", shown);
      case VISIBLE -> String.format(Locale.ROOT, "%.0f %%", 100 * shown);
      case OVERSHOOT -> String.format(Locale.ROOT, "%.2f", shown);
    };
  }

  private static String unit(View view, Aspect aspect) {
    return view.unit(aspect).isEmpty() ? "" : " " + view.unit(aspect);
  }
}
