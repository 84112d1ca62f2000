package ratelab.experiments.report;

import java.util.SortedMap;
import java.util.TreeMap;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.chart.Size;
import ratelab.experiments.report.figure.Figure;
import ratelab.experiments.report.figure.Figures;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.style.Stylesheets;

/** The report's figures as files of their own, in light colours. */
public final class SvgFigures {
  private SvgFigures() {}

  /** File name ({@code rate-30s.svg}) to content. */
  public static SortedMap<String, String> render(Analysis analysis, Recording recording) {
    SortedMap<String, String> files = new TreeMap<>();
    for (Figure figure : Figures.of(analysis, recording).all()) {
      files.put(figure.name() + ".svg", standalone(figure));
    }
    return files;
  }

  private static String standalone(Figure figure) {
    return figure
            .picture()
            .draw(figure.name(), figure.title(), Size.TITLED)
            .addFirst(Element.of("style").raw(Stylesheets.standalone()))
            .render()
        + "\n";
  }
}
