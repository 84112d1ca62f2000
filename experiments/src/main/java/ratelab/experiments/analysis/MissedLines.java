package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.Locale;
import ratelab.experiments.analysis.shape.CpuPulse;
import ratelab.experiments.analysis.shape.ShapeComparison;
import ratelab.experiments.analysis.shape.ShapeComparison.Line;
import ratelab.experiments.analysis.shape.ShapeComparison.Outcome;
import ratelab.experiments.analysis.shape.View;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Scenario;

/**
 * What missed its forecast, and whether that is the curve's fault: a forecast is for a counter far
 * from zero, a pulse whose place is known, and a slower scraper whose samples are all of one age.
 */
final class MissedLines {
  private final Scenario scenario;
  private final ShapeComparison seen;
  private final YoungCounter young;
  private final Blur blur;

  private MissedLines(Scenario scenario, ShapeComparison seen, YoungCounter young, Blur blur) {
    this.scenario = scenario;
    this.seen = seen;
    this.young = young;
    this.blur = blur;
  }

  static MissedLines of(Recording recording, Signal signal, ShapeComparison seen) {
    long gapMillis =
        Math.max(recording.scenario().scrapeInterval().toMillis(), seen.exactness().ageMillis());
    return new MissedLines(
        recording.scenario(),
        seen,
        YoungCounter.of(recording, signal, seen.pulse()),
        new Blur(gapMillis));
  }

  /** The comparison with what only seems to miss told from what does. */
  ShapeComparison revised() {
    return seen.with(line -> line.outcome() == Outcome.MISSES ? revised(line) : line);
  }

  private Line revised(Line line) {
    View view = seen.view();
    CpuPulse pulse = seen.pulse();
    if (young.hides(line.aspect(), view, pulse)) {
      return line.but(
          Outcome.UNKNOWN,
          String.format(
              Locale.ROOT,
              "too young a counter (%.3f s): %s never extrapolates below zero, and creeps up",
              young.seconds(),
              view.function().promQl()));
    }
    if (blur.explains(line, view, pulse)) {
      return line.but(
          Outcome.HOLDS,
          "holds, for the pulse's edges are known only to the gap between two samples");
    }
    if (!isMultiple(view)) {
      return line.but(
          Outcome.UNKNOWN,
          String.format(
              Locale.ROOT,
              "scrapes every %s, taken from scrapes every %s, are now younger, now older: only"
                  + " whole multiples of the recorded interval can be told exactly",
              nominal(view.grid().interval()),
              nominal(scenario.scrapeInterval())));
    }
    return line;
  }

  /** Nominal intervals, since actual ones are rounded. */
  private boolean isMultiple(View view) {
    long recorded = scenario.nominal(scenario.scrapeInterval()).toMillis();
    return scenario.nominal(view.grid().interval()).toMillis() % recorded == 0;
  }

  private String nominal(Duration actual) {
    return Durations.print(scenario.nominal(actual));
  }
}
