package ratelab.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.analysis.RunComparison;
import ratelab.experiments.analysis.RunFigures;
import ratelab.experiments.report.terminal.Columns;

/** How much the figures of repeated runs vary. */
final class SpreadTable {
  private static final Columns COLUMNS = new Columns(20, 18, 18, 18, 18);

  private SpreadTable() {}

  static List<String> lines(List<RunFigures> runs) {
    List<String> lines = new ArrayList<>(COLUMNS.row("figure", "mean", "spread", "least", "most"));
    for (RunFigures.Figure figure : runs.getFirst().figures()) {
      List<Double> values =
          runs.stream()
              .flatMap(r -> r.figures().stream())
              .filter(f -> f.name().equals(figure.name()))
              .flatMap(f -> f.value().stream().boxed())
              .toList();
      lines.addAll(row(figure, values));
    }
    return lines;
  }

  private static List<String> row(RunFigures.Figure figure, List<Double> values) {
    if (values.isEmpty()) {
      return COLUMNS.row(figure.name(), "not known", "", "", "");
    }
    var all = values.stream().mapToDouble(v -> v).summaryStatistics();
    return COLUMNS.row(
        figure.name(),
        RunFigures.number(all.getAverage(), figure.unit()),
        values.size() < 2
            ? "one run"
            : RunFigures.number(RunComparison.deviation(values), figure.unit()),
        RunFigures.number(all.getMin(), figure.unit()),
        RunFigures.number(all.getMax(), figure.unit()));
  }
}
