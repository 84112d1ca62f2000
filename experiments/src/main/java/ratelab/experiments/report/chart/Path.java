package ratelab.experiments.report.chart;

import java.util.List;
import ratelab.experiments.report.markup.Decimal;

/** The {@code d} attribute of SVG paths. */
final class Path {
  private Path() {}

  /** A horizontal stroke. */
  static String straight(double fromX, double y, double toX) {
    return "M" + at(fromX, y) + "H" + Decimal.upTo(toX, 1);
  }

  /** A vertical stroke. */
  static String upright(double x, double fromY, double toY) {
    return "M" + at(x, fromY) + "V" + Decimal.upTo(toY, 1);
  }

  /**
   * A line through points, interrupted at gaps. A point alone between gaps is a stroke without
   * length, which round line ends show as a dot. Points on a level stretch are left out.
   */
  static String through(List<Line.Point> points, Plot plot) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).y().isEmpty()) {
        drawing = false;
        continue;
      }
      if (!drawing) {
        path.append('M').append(at(points.get(i), plot));
        if (isGap(points, i + 1)) {
          path.append("h0");
        }
      } else if (!isLevel(points, i)) {
        path.append('L').append(at(points.get(i), plot));
      }
      drawing = true;
    }
    return path.toString();
  }

  private static boolean isGap(List<Line.Point> points, int i) {
    return i >= points.size() || points.get(i).y().isEmpty();
  }

  private static boolean isLevel(List<Line.Point> points, int i) {
    return i + 1 < points.size()
        && points.get(i).y().equals(points.get(i - 1).y())
        && points.get(i).y().equals(points.get(i + 1).y());
  }

  private static String at(Line.Point point, Plot plot) {
    return at(plot.x().at(point.x()), plot.y().at(point.y().orElseThrow()));
  }

  private static String at(double x, double y) {
    return Decimal.upTo(x, 1) + " " + Decimal.upTo(y, 1);
  }
}
