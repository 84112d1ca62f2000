package ratelab.experiments.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.recording.Recording;

/** The report's files in a run directory. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Where everything was written.
   *
   * @param report {@code report.html}
   * @param figures one SVG file a figure
   * @param verdicts {@code verdicts.json}
   * @param junit {@code junit.xml}
   */
  public record Written(Path report, List<Path> figures, Path verdicts, Path junit) {
    public Written {
      figures = List.copyOf(figures);
    }
  }

  /**
   * Writes the files, over older ones.
   *
   * @param directory the run's directory; made if it is not there
   * @throws IOException if a file cannot be written
   */
  public static Written write(Path directory, Analysis analysis, Recording recording)
      throws IOException {
    Files.createDirectories(directory);
    List<Path> figures = new ArrayList<>();
    for (Map.Entry<String, String> figure : SvgFigures.render(analysis, recording).entrySet()) {
      figures.add(Files.writeString(directory.resolve(figure.getKey()), figure.getValue()));
    }
    return new Written(
        Files.writeString(directory.resolve("report.html"), HtmlReport.render(analysis, recording)),
        figures,
        Files.writeString(
            directory.resolve("verdicts.json"), VerdictsJson.render(analysis, recording)),
        Files.writeString(directory.resolve("junit.xml"), JunitXml.render(analysis, recording)));
  }
}
