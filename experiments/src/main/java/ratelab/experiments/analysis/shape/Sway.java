package ratelab.experiments.analysis.shape;

import java.util.List;

/**
 * How unevenly a pulse spends its CPU, by its samples. A forecast is for an even pulse; what any
 * part of the true one has more or less than its share moves the curve by as much, and no further.
 * A server that warms up spends more at first, and requests do not end in step with scrapes.
 *
 * @param points in the order of time, from the sample before the pulse to the one behind it
 */
public record Sway(List<Point> points) {
  /** Of a pulse that is even from sample to sample. */
  public static final Sway NONE = new Sway(List.of());

  /**
   * One sample.
   *
   * @param atMillis its instant
   * @param aheadMillis by how much more CPU had been spent until then than evenly, as time at the
   *     pulse's height; milliseconds
   */
  public record Point(long atMillis, double aheadMillis) {}

  public Sway {
    points = List.copyOf(points);
  }

  /**
   * The most that any part of the pulse has more or less than its share, as time at the pulse's
   * height; milliseconds.
   *
   * @param partMillis how long the parts are at most; there is no telling of what lies between two
   *     samples, so a gap between them counts always
   */
  double withinMillis(double partMillis) {
    double most = 0;
    for (int from = 0; from < points.size(); from++) {
      Point begin = points.get(from);
      for (int to = from + 1; to < points.size(); to++) {
        Point end = points.get(to);
        if (to > from + 1 && end.atMillis() - begin.atMillis() > partMillis) {
          break;
        }
        most = Math.max(most, Math.abs(end.aheadMillis() - begin.aheadMillis()));
      }
    }
    return most;
  }

  /** All of it. */
  double wholeMillis() {
    return withinMillis(Double.MAX_VALUE);
  }
}
