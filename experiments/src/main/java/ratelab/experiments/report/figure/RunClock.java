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

  /** The whole recording. */
  Range whole() {
    return new Range(seconds(marks.idleStartMillis()), seconds(marks.endMillis()));
  }

  /** A curve's points; its gaps stay gaps. */
  List<Point> points(Curve curve, double factor) {
    return curve.points().stream()
        .map(
            p ->
                new Point(
                    seconds(p.timeMillis()),
                    p.value().isPresent()
                        ? OptionalDouble.of(p.value().getAsDouble() * factor)
                        : OptionalDouble.empty()))
        .toList();
  }

  /** A series' samples. */
  List<Point> points(Series series, double factor) {
    return series.samples().stream()
        .map(s -> new Point(seconds(s.timestampMillis()), OptionalDouble.of(s.value() * factor)))
        .toList();
  }
}
