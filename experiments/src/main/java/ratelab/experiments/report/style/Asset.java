package ratelab.experiments.report.style;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A style sheet or script that lies beside the classes. */
public enum Asset {
  LIGHT("light.css"),
  DARK("dark.css"),
  CHART("chart.css"),
  PAGE("page.css"),
  CROSSHAIR("crosshair.js"),
  RATE_MODEL("bench/rate-model.js"),
  DURATIONS("bench/durations.js"),
  SCRAPES("bench/scrapes.js"),
  CLOSED_FORM("bench/closed-form.js"),
  SIGNAL("bench/signal.js"),
  RETURN_DETECTOR("bench/return-detector.js"),
  RETURN_FORECAST("bench/return-forecast.js"),
  FINDINGS("bench/findings.js"),
  FORMAT("bench/format.js"),
  WARNINGS("bench/warnings.js"),
  RUN("bench/run.js"),
  STATE("bench/state.js"),
  TICKS("bench/ticks.js"),
  SVG("bench/svg.js"),
  CHART_DRAWING("bench/chart.js"),
  BARS("bench/bars.js"),
  FIGURES("bench/figures.js"),
  SAVE("bench/save.js"),
  CONTROLS("bench/controls.js"),
  BENCH("bench/bench.js"),
  BENCH_STYLE("bench/bench.css"),
  START("bench/start.js");

  private final String fileName;

  Asset(String fileName) {
    this.fileName = fileName;
  }

  /** Its content. */
  public String text() {
    String path = "/ratelab/experiments/report/" + fileName;
    try (InputStream in = Asset.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the jar; build it again.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
