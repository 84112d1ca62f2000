package ratelab.experiments.analysis.shape;

import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeModifier;

/** What a pulse's sway does to a view's curve. */
final class Unevenness {
  /**
   * A regression's slope is 12 / W^3 times the integral of (t - W/2) y(t): with y anywhere between
   * two bounds, it is off by up to 3/2 of what the mean slope is.
   */
  private static final double REGRESSION = 1.5;

  /** A change that is this much blurred has no instant. */
  private static final double MOST_SWAY = 1.0 / 4;

  private Unevenness() {}

  /** By how much CPU, as time at the pulse's height, a window's part of the pulse may be off. */
  static double swayMillis(View view, CpuPulse pulse) {
    return pulse.sway().withinMillis(reachMillis(view));
  }

  /** By which share of the pulse's height a window inside of it may be off. */
  static double share(View view, CpuPulse pulse) {
    double factor = view.function() == RangeFunction.DERIV ? REGRESSION : 1;
    return factor * swayMillis(view, pulse) / leastSampledMillis(view);
  }

  /**
   * By which share the mean of all windows inside the pulse may be off. Windows overlap: what one
   * has more its neighbours have, too, and only at both ends of them all it is not made up for.
   */
  static double meanShare(View view, CpuPulse pulse) {
    long windowsMillis = pulse.endFromMillis() - pulse.startToMillis() - view.memoryMillis();
    return Math.min(
        share(view, pulse), pulse.sway().wholeMillis() / Math.max(1, (double) windowsMillis));
  }

  /** Whether an even pulse's forecast can be judged at all. */
  static boolean hides(Aspect aspect, View view, CpuPulse pulse) {
    double sway = swayMillis(view, pulse);
    return switch (aspect) {
      case RISE -> share(view, pulse) > MOST_SWAY;
      case REACTION, RETURN, LAG ->
          sway > MOST_SWAY * Math.min((double) view.memoryMillis(), pulse.lengthMillis());
      case PLATEAU, OVERSHOOT, VISIBLE -> false;
    };
  }

  /** What lies further apart is never inside one window; interpolation takes a sample more. */
  private static double reachMillis(View view) {
    return view.modifier() == RangeModifier.PLAIN
        ? view.memoryMillis()
        : view.memoryMillis() + view.grid().intervalMillis();
  }

  /** The shortest time between a window's outermost samples. */
  private static double leastSampledMillis(View view) {
    double interval = view.grid().intervalMillis();
    return view.modifier() == RangeModifier.PLAIN
        ? Math.max(interval, view.decidingWindow().toMillis() - interval)
        : view.window().toMillis();
  }
}
