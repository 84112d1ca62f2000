package ratelab.experiments.report.figure;

import java.util.List;
import java.util.OptionalDouble;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.report.chart.Line.Point;
import ratelab.experiments.report.chart.Range;

/** Seconds since the load began. */
record RunClock(Marks marks) {
  double seconds(long epochMillis) {
    return (epochMillis - marks.loadStartMillis()) / 1000.0;
  }

  /** Seconds since the load ended. */
  double afterLoadEnd(long epochMillis) {
    return (epochMillis - marks.loadEndMillis()) / 1000.0;
  }

  /** The whole recording; a second at least, so that a run that ended at once can be drawn. */
  Range whole() {
    double start = seconds(marks.idleStartMillis());
    return new Range(start, Math.max(start + 1, seconds(marks.endMillis())));
  }

  /** A curve's points; its gaps stay gaps. */
  List<Point> points(Curve curve, double factor) {
    return curve.points().stream()
        .map(p -> new Point(seconds(p.timeMillis()), finite(p.value(), factor)))
        .toList();
  }

  /** A series' samples; what is no number is a gap. */
  List<Point> points(Series series, double factor) {
    return series.samples().stream()
        .map(
            s ->
                new Point(
                    seconds(s.timestampMillis()), finite(OptionalDouble.of(s.value()), factor)))
        .toList();
  }

  private static OptionalDouble finite(OptionalDouble value, double factor) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? OptionalDouble.of(value.getAsDouble() * factor)
        : OptionalDouble.empty();
  }
}
