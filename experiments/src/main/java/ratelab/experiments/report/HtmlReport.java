package ratelab.experiments.report;

import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.recording.Recording;

/** The report as one HTML page that opens anywhere: no script, style or picture is fetched. */
public final class HtmlReport {
  private HtmlReport() {}

  /** The page. Deterministic: the same values give the same bytes. */
  public static String render(Analysis analysis, Recording recording) {
    return "<!doctype html>\n<title>"
        + Markup.escape(recording.scenario().name())
        + "</title>\n<h1>"
        + Markup.escape(analysis.answer())
        + "</h1>\n";
  }
}
