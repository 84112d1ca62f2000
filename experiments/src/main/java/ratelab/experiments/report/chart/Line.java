package ratelab.experiments.report.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * One curve of a chart.
 *
 * @param name its name in the legend
 * @param ink its colour
 * @param dash how it is drawn
 * @param points in the order of their x
 */
public record Line(String name, Ink ink, Dash dash, List<Point> points) {
  public Line {
    points = List.copyOf(points);
  }

  /**
   * A point; without a value it is a gap.
   *
   * @param x seconds
   * @param y the value, in the chart's unit
   */
  public record Point(double x, OptionalDouble y) {}

  /** The values that are there. */
  public DoubleStream values() {
    return points.stream().map(Point::y).flatMapToDouble(OptionalDouble::stream);
  }
}
