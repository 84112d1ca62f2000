package ratelab.experiments.report;

import java.util.SortedMap;
import java.util.TreeMap;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.recording.Recording;

/** The report's figures as files of their own, in light colours. */
public final class SvgFigures {
  private SvgFigures() {}

  /** File name ({@code rate-30s.svg}) to content. */
  public static SortedMap<String, String> render(Analysis analysis, Recording recording) {
    return new TreeMap<>();
  }
}
