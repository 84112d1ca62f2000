package ratelab.experiments.report.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import ratelab.experiments.rate.Curve;

/**
 * A curve drawn with block characters, for a terminal and for the message of a failed test: a
 * column a stretch of time, its height the mean of the answers in it. A stretch without an answer
 * stays empty, and so differs from one of zeros, which has a line at its foot.
 */
public final class TextCurve {
  private static final String EIGHTHS = " ▁▂▃▄▅▆▇█";
  private static final int PARTS = 8;
  private static final int LABEL = 10;

  private final OptionalDouble[] columns;
  private final double top;
  private final int height;

  private TextCurve(OptionalDouble[] columns, int height) {
    this.columns = columns;
    this.height = height;
    this.top = Arrays.stream(columns).flatMapToDouble(OptionalDouble::stream).max().orElse(0);
  }

  /**
   * The lines, the highest first, and a last one with the times at both ends.
   *
   * @param curve in cores; with at least one point
   * @param zeroMillis the instant from which the times below are counted
   * @param width columns of the drawing, beside the labels
   * @param height lines of the drawing
   */
  public static List<String> draw(Curve curve, long zeroMillis, int width, int height) {
    List<Curve.Point> points = curve.points();
    if (points.isEmpty()) return List.of("no points");
    long from = points.getFirst().timeMillis();
    long to = points.getLast().timeMillis();
    List<String> lines = new TextCurve(means(points, from, to, width), height).lines();
    lines.add(times(from - zeroMillis, to - zeroMillis, width));
    return lines;
  }

  private static OptionalDouble[] means(List<Curve.Point> points, long from, long to, int width) {
    double[] sums = new double[width];
    int[] counts = new int[width];
    for (Curve.Point point : points) {
      if (point.value().isEmpty()) continue;
      int column = (int) ((point.timeMillis() - from) * width / (to - from + 1));
      sums[column] += point.value().getAsDouble();
      counts[column]++;
    }
    OptionalDouble[] means = new OptionalDouble[width];
    Arrays.setAll(
        means,
        i -> counts[i] == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[i] / counts[i]));
    return means;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int row = height - 1; row >= 0; row--) {
      StringBuilder line = new StringBuilder(label(row));
      for (OptionalDouble column : columns) line.append(cell(column, row));
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private String label(int row) {
    if (row == height - 1) return "%9.4f ┤".formatted(top);
    return row == 0 ? "%9d ┤".formatted(0) : " ".repeat(LABEL) + "│";
  }

  /** An answer shows at least an eighth: only a gap is empty. */
  private char cell(OptionalDouble column, int row) {
    if (column.isEmpty()) return ' ';
    double share = top > 0 ? column.getAsDouble() / top : 0;
    int eighths = Math.max(1, (int) Math.round(share * height * PARTS));
    return EIGHTHS.charAt(Math.clamp(eighths - (long) row * PARTS, 0, PARTS));
  }

  private static String times(long fromMillis, long toMillis, int width) {
    String left = seconds(fromMillis);
    String right = seconds(toMillis);
    int space = Math.max(1, width - left.length() - right.length());
    return " ".repeat(LABEL + 1) + left + " ".repeat(space) + right;
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1fs", millis / 1000.0);
  }
}
