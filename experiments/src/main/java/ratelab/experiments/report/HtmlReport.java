package ratelab.experiments.report;

import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.page.Page;

/** The report as one HTML page that opens anywhere: no script, style or picture is fetched. */
public final class HtmlReport {
  private HtmlReport() {}

  /** The page. Deterministic: the same values give the same bytes. */
  public static String render(Analysis analysis, Recording recording) {
    return Page.render(analysis, recording);
  }
}
