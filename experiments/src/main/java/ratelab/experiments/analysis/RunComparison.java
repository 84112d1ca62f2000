package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What changed from one set of runs to another.
 *
 * @param lines one a figure
 */
public record RunComparison(List<Line> lines) {
  /** Without repeated runs nothing tells how much a figure varies by itself. */
  private static final double ASSUMED_SHARE = 0.1;

  private static final double SPREADS = 3;

  public RunComparison {
    lines = List.copyOf(lines);
  }

  /** What became of a figure. */
  public enum Change {
    SAME,
    BETTER,
    CHANGED,
    WORSE,
    /** Shown by the baseline, and no longer: a curve that never came back has no tail. */
    LOST,
    UNKNOWN
  }

  /**
   * One figure, before and after.
   *
   * @param figure its name, unit and direction
   * @param before mean of the baseline's runs; empty if none shows it
   * @param after mean of the other runs
   * @param tolerance a difference up to this is none
   * @param fromRepeats whether the tolerance is from repeated runs, not assumed
   */
  public record Line(
      RunFigures.Figure figure,
      OptionalDouble before,
      OptionalDouble after,
      double tolerance,
      boolean fromRepeats,
      Change change) {
    private Line lost() {
      return new Line(figure, before, after, tolerance, fromRepeats, Change.LOST);
    }
  }

  /** Compares runs with a baseline's; both have one run at least. */
  public static RunComparison of(List<RunFigures> baseline, List<RunFigures> runs) {
    List<Line> lines = new ArrayList<>();
    for (RunFigures.Figure figure : baseline.getFirst().figures()) {
      Line line = line(figure, values(baseline, figure), values(runs, figure));
      lines.add(line.change() != Change.WORSE && isLost(line, baseline, runs) ? line.lost() : line);
    }
    return new RunComparison(lines);
  }

  /** No run shows it any more, or all did and one does not: a mean of the others would hide it. */
  private static boolean isLost(Line line, List<RunFigures> baseline, List<RunFigures> runs) {
    int before = values(baseline, line.figure()).size();
    int after = values(runs, line.figure()).size();
    return before > 0 && (after == 0 || (before == baseline.size() && after < runs.size()));
  }

  /** Whether anything became worse. */
  public boolean hasRegression() {
    return lines.stream().anyMatch(l -> l.change() == Change.WORSE);
  }

  /** What the baseline shows and a later run does not. */
  public List<Line> lost() {
    return lines.stream().filter(l -> l.change() == Change.LOST).toList();
  }

  private static Line line(RunFigures.Figure figure, List<Double> before, List<Double> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return new Line(figure, mean(before), mean(after), 0, false, Change.UNKNOWN);
    }
    boolean fromRepeats = before.size() > 1;
    double spread = Math.max(deviation(before), deviation(after));
    double byItself =
        fromRepeats
            ? SPREADS * spread * Math.sqrt(1.0 / before.size() + 1.0 / after.size())
            : ASSUMED_SHARE * mean(before).orElseThrow();
    double tolerance = Math.max(byItself, figure.resolution());
    double difference = mean(after).orElseThrow() - mean(before).orElseThrow();
    return new Line(
        figure,
        mean(before),
        mean(after),
        tolerance,
        fromRepeats,
        change(figure, difference, tolerance));
  }

  private static Change change(RunFigures.Figure figure, double difference, double tolerance) {
    if (Math.abs(difference) <= tolerance) {
      return Change.SAME;
    }
    if (!figure.moreIsWorse()) {
      return Change.CHANGED;
    }
    return difference > 0 ? Change.WORSE : Change.BETTER;
  }

  private static List<Double> values(List<RunFigures> runs, RunFigures.Figure figure) {
    return runs.stream()
        .flatMap(r -> r.figures().stream())
        .filter(f -> f.name().equals(figure.name()))
        .flatMap(f -> f.value().stream().boxed())
        .toList();
  }

  private static OptionalDouble mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average();
  }

  /** Standard deviation of repeated values; 0 of fewer than two. */
  public static double deviation(List<Double> values) {
    if (values.size() < 2) {
      return 0;
    }
    DoubleSummaryStatistics all = values.stream().mapToDouble(v -> v).summaryStatistics();
    double squares =
        values.stream().mapToDouble(v -> (v - all.getAverage()) * (v - all.getAverage())).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }
}
