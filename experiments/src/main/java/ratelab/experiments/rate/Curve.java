package ratelab.experiments.rate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A query's answers at successive instants. An instant without an answer is a gap: absent, never 0.
 *
 * @param points in time order
 */
public record Curve(List<Point> points) {
  public Curve {
    points = List.copyOf(points);
  }

  /**
   * The answer at one instant.
   *
   * @param timeMillis the evaluation time, milliseconds since the epoch
   * @param value the value; empty where the query has no result
   */
  public record Point(long timeMillis, OptionalDouble value) {}

  /** Milliseconds between the first two instants; 0 if there are not as many. */
  public long stepMillis() {
    return points.size() < 2 ? 0 : points.get(1).timeMillis() - points.get(0).timeMillis();
  }

  /** The points with {@code fromMillis <= time <= toMillis}. */
  public Curve between(long fromMillis, long toMillis) {
    return new Curve(
        points.stream()
            .filter(p -> p.timeMillis() >= fromMillis && p.timeMillis() <= toMillis)
            .toList());
  }
}
