package ratelab.experiments.analysis.shape;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.RangeModifier;

/**
 * What a curve shows of a pulse.
 *
 * @param values what was observed; what the curve does not show is absent
 */
public record Shape(Map<Aspect, Double> values) {
  /** This share of a pulse's height is seen, and this share may be missing from all of it. */
  static final double SEEN_SHARE = 1.0 / 20;

  public Shape {
    values = Map.copyOf(values);
  }

  /** One value of the curve, in cores above idle. */
  private record Point(double millis, double cores) {}

  /** Looks at a view's curve. */
  public static Shape of(Curve curve, View view, CpuPulse pulse) {
    long memory = view.memoryMillis() + view.grid().intervalMillis();
    Curve around =
        curve.between(pulse.startFromMillis() - memory, pulse.endToMillis() + 2 * memory);
    List<Point> points =
        around.points().stream()
            .filter(p -> p.value().isPresent())
            .map(p -> point(p, view, pulse))
            .toList();
    Map<Aspect, Double> values = new EnumMap<>(Aspect.class);
    put(values, Aspect.VISIBLE, visible(curve, view, pulse));
    put(values, Aspect.REACTION, afterStart(points, view, pulse, SEEN_SHARE));
    put(values, Aspect.RISE, afterStart(points, view, pulse, complete(view, pulse)));
    put(values, Aspect.PLATEAU, plateau(points, view, pulse));
    put(values, Aspect.RETURN, back(points, view, pulse));
    put(values, Aspect.OVERSHOOT, overshoot(points, view, pulse));
    put(values, Aspect.LAG, lag(points, view, pulse));
    return new Shape(values);
  }

  /** An observed value. */
  public OptionalDouble of(Aspect aspect) {
    Double value = values.get(aspect);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The highest mean over a window that the pulse truly has; cores. */
  static double highestMean(View view, CpuPulse pulse) {
    return Math.min(pulse.cores(), pulse.cpuSeconds() / (view.window().toMillis() / 1000.0));
  }

  /** What a window inside an uneven pulse may lack is not missing of the height. */
  private static double complete(View view, CpuPulse pulse) {
    return Math.max(SEEN_SHARE, 1 - SEEN_SHARE - Unevenness.share(view, pulse));
  }

  private static void put(Map<Aspect, Double> values, Aspect aspect, OptionalDouble value) {
    value.ifPresent(v -> values.put(aspect, v));
  }

  private static Point point(Curve.Point p, View view, CpuPulse pulse) {
    double cores = p.value().orElseThrow() / view.valuePerCore();
    return new Point(p.timeMillis(), cores - pulse.idleCores());
  }

  private static OptionalDouble visible(Curve curve, View view, CpuPulse pulse) {
    List<Curve.Point> during =
        curve.between(pulse.startFromMillis(), pulse.endToMillis() + view.memoryMillis()).points();
    return during.stream().mapToDouble(p -> p.value().isPresent() ? 1 : 0).average();
  }

  /** Nothing if the curve was up already: then it shows something else than the pulse's start. */
  private static OptionalDouble afterStart(
      List<Point> points, View view, CpuPulse pulse, double share) {
    double from = pulse.startFromMillis() - ahead(view);
    boolean upBefore =
        points.stream()
            .filter(p -> p.millis() < from)
            .reduce((earlier, later) -> later)
            .filter(p -> p.cores() >= SEEN_SHARE * pulse.cores())
            .isPresent();
    return upBefore
        ? OptionalDouble.empty()
        : points.stream()
            .filter(p -> p.millis() >= from)
            .filter(p -> p.cores() >= share * pulse.cores())
            .mapToDouble(p -> (p.millis() - pulse.startMillis()) / 1000)
            .findFirst();
  }

  /** How far a curve may show what is still to come, milliseconds. */
  private static long ahead(View view) {
    return view.modifier() == RangeModifier.SMOOTHED ? view.grid().intervalMillis() : 0;
  }

  private static OptionalDouble plateau(List<Point> points, View view, CpuPulse pulse) {
    return points.stream()
        .filter(p -> p.millis() >= pulse.startToMillis() + view.memoryMillis())
        .filter(p -> p.millis() <= pulse.endFromMillis() - ahead(view))
        .mapToDouble(Point::cores)
        .average();
  }

  /** The first value after the last one that was too high; not known at the curve's end. */
  private static OptionalDouble back(List<Point> points, View view, CpuPulse pulse) {
    double idle = SEEN_SHARE * highestMean(view, pulse);
    OptionalDouble back = OptionalDouble.empty();
    boolean high = true;
    for (Point point : points) {
      if (point.millis() < pulse.endFromMillis()) {
        continue;
      }
      if (point.cores() > idle) {
        high = true;
      } else if (high) {
        high = false;
        back = OptionalDouble.of((point.millis() - pulse.endMillis()) / 1000);
      }
    }
    return high || !outlasts(points, view, pulse) ? OptionalDouble.empty() : back;
  }

  private static OptionalDouble overshoot(List<Point> points, View view, CpuPulse pulse) {
    OptionalDouble peak = points.stream().mapToDouble(Point::cores).max();
    return peak.isEmpty() || highestMean(view, pulse) <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(peak.getAsDouble() / highestMean(view, pulse));
  }

  /**
   * From centre to centre: a mean over a window moves the centre of whatever it is taken of by half
   * the window. What the curve shows before the pulse is something else, such as the target's
   * start.
   */
  private static OptionalDouble lag(List<Point> points, View view, CpuPulse pulse) {
    List<Point> ofThePulse =
        points.stream().filter(p -> p.millis() >= pulse.startFromMillis() - ahead(view)).toList();
    double area = ofThePulse.stream().mapToDouble(Point::cores).sum();
    if (area <= 0 || !outlasts(points, view, pulse)) {
      return OptionalDouble.empty();
    }
    double moment =
        ofThePulse.stream().mapToDouble(p -> (p.millis() - pulse.centreMillis()) * p.cores()).sum();
    return OptionalDouble.of(moment / area / 1000);
  }

  /** Whether the curve goes on until every window has left the pulse behind. */
  private static boolean outlasts(List<Point> points, View view, CpuPulse pulse) {
    return !points.isEmpty()
        && points.getLast().millis() >= pulse.endToMillis() + view.memoryMillis();
  }
}
