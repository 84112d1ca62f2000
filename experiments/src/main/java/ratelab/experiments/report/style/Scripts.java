package ratelab.experiments.report.style;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scripts of the page: plain scripts, one concept a file, in the order of their use. */
public final class Scripts {
  private Scripts() {}

  /** The rate model and what is derived from it; runs wherever JavaScript runs, without a page. */
  public static String model() {
    return joined(
        Asset.RATE_MODEL,
        Asset.DURATIONS,
        Asset.SCRAPES,
        Asset.CLOSED_FORM,
        Asset.SIGNAL,
        Asset.RETURN_DETECTOR,
        Asset.RETURN_FORECAST,
        Asset.FINDINGS,
        Asset.FORMAT,
        Asset.WARNINGS,
        Asset.RUN);
  }

  /** Everything that the page runs at its end. */
  public static String page() {
    return "'use strict';\n\n"
        + model()
        + "\n\n"
        + joined(
            Asset.STATE,
            Asset.TICKS,
            Asset.SVG,
            Asset.CHART_DRAWING,
            Asset.BARS,
            Asset.FIGURES,
            Asset.SAVE,
            Asset.CROSSHAIR,
            Asset.CONTROLS,
            Asset.BENCH,
            Asset.START);
  }

  /**
   * What the page runs before anything of it is shown: with a script, the bench stands where
   * figures stand without one.
   */
  public static String first() {
    return "document.documentElement.classList.add('script');";
  }

  private static String joined(Asset... assets) {
    return Stream.of(assets).map(Asset::text).collect(Collectors.joining("\n\n"));
  }
}
