package ratelab.experiments.analysis.shape;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import ratelab.experiments.rate.ClosedForm;
import ratelab.experiments.rate.Pulse;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeModifier;
import ratelab.experiments.rate.ScrapeGrid;

/**
 * When a curve should react, be up, be back, and how far it lags. A change counts as seen once a
 * twentieth of it is, and as complete once no more than a twentieth is missing; that may be some
 * scrapes before the window has left the change behind. What a part of the pulse has more or less
 * than its share comes on top of that twentieth.
 */
final class Timing {
  /** Where 3 x^2 - 2 x^3, the step of a regression, has come to a twentieth. */
  private static final double SMOOTH_SHARE = 0.14;

  private final View view;
  private final CpuPulse pulse;
  private final ScrapeGrid grid;
  private final long windowMillis;
  private final double blurredMillis;
  private final double swayMillis;
  private final double missingAtHeightMillis;

  Timing(View view, CpuPulse pulse) {
    this.view = view;
    this.pulse = pulse;
    this.grid = view.grid();
    this.windowMillis = view.decidingWindow().toMillis();
    this.blurredMillis = blurredShare(view) * view.memoryMillis();
    this.swayMillis = Unevenness.swayMillis(view, pulse);
    this.missingAtHeightMillis = Unevenness.share(view, pulse) * view.memoryMillis();
  }

  /** A regression weighs the samples at its window's edges least: its steps are S-shaped. */
  private static double blurredShare(View view) {
    return view.function() == RangeFunction.DERIV ? SMOOTH_SHARE : Shape.SEEN_SHARE;
  }

  void addTo(Map<Aspect, Bounds> bounds) {
    if (view.modifier() == RangeModifier.PLAIN) {
      plain(bounds);
    } else {
      extended(bounds);
    }
  }

  private void plain(Map<Aspect, Bounds> bounds) {
    if (windowMillis <= grid.intervalMillis()) {
      return;
    }
    if (reachesHeight()) {
      bounds.put(
          Aspect.REACTION,
          afterStart(
              grid.firstAtOrAfter(pulse.startFromMillis() + 1),
              grid.firstAtOrAfter(
                  pulse.startToMillis() + Math.round(blurredMillis + swayMillis) + 1)));
      bounds.put(
          Aspect.RISE,
          afterStart(
              left(pulse.startFromMillis()) - early(pulse.startFromMillis(), missingAtHeightMillis),
              left(pulse.startToMillis())));
    }
    bounds.put(
        Aspect.RETURN,
        afterEnd(
            left(pulse.endFromMillis()) - early(pulse.endFromMillis(), 0),
            left(pulse.endToMillis())));
    double even = windowMillis % grid.intervalMillis() == 0 ? 0 : grid.intervalMillis() / 4.0;
    bounds.put(Aspect.LAG, lag(windowMillis / 2.0 - even, windowMillis / 2.0 + even));
  }

  private void extended(Map<Aspect, Bounds> bounds) {
    boolean smoothed = view.modifier() == RangeModifier.SMOOTHED;
    if (windowMillis < grid.intervalMillis()) {
      return;
    }
    long seen = Math.round(Shape.SEEN_SHARE * windowMillis + swayMillis);
    long whole = windowMillis - seen;
    if (pulse.endFromMillis() - pulse.startToMillis() >= windowMillis + grid.intervalMillis()) {
      bounds.put(
          Aspect.REACTION,
          afterStart(
              smoothed
                  ? grid.lastBefore(pulse.startFromMillis())
                  : grid.firstAtOrAfter(pulse.startFromMillis() + 1),
              grid.firstAtOrAfter(pulse.startToMillis() + seen + 1)));
      // An anchored window that is no multiple of the interval sees more or less than its length.
      if (smoothed || windowMillis % grid.intervalMillis() == 0) {
        bounds.put(
            Aspect.RISE,
            afterStart(
                pulse.startFromMillis()
                    + whole
                    - Math.round(missingAtHeightMillis)
                    - (smoothed ? grid.intervalMillis() : 0),
                grid.firstAtOrAfter(pulse.startToMillis()) + windowMillis));
      }
    }
    bounds.put(
        Aspect.RETURN,
        afterEnd(
            smoothed
                ? grid.lastBefore(pulse.endFromMillis()) + whole
                : grid.firstAtOrAfter(pulse.endFromMillis() - seen) + windowMillis,
            grid.firstAtOrAfter(pulse.endToMillis()) + windowMillis));
    double anchor = smoothed ? 0 : grid.intervalMillis() / 2.0;
    bounds.put(Aspect.LAG, lag(windowMillis / 2.0 + anchor, windowMillis / 2.0 + anchor));
  }

  /** Whether the pulse fills a window for certain, wherever it lies between the scrapes. */
  private boolean reachesHeight() {
    Duration certain =
        Duration.ofMillis(Math.max(0, pulse.endFromMillis() - pulse.startToMillis()));
    return form().plateau(certain) == ClosedForm.Plateau.CERTAIN;
  }

  /** When the window has left behind the last sample before a change. */
  private long left(long changeMillis) {
    OptionalLong left = form().plateauMillis(new Pulse(changeMillis, changeMillis, 0));
    return left.orElseThrow();
  }

  /**
   * By how much earlier the change is complete but for a twentieth: as many scrapes as fit into the
   * part of the window that may be missing. What is missing of a short pulse is a part of its own.
   */
  private long early(long changeMillis, double alsoMissingMillis) {
    double part =
        view.function() == RangeFunction.DERIV ? 1 : Shape.highestMean(view, pulse) / pulse.cores();
    double missing =
        blurredMillis * part
            + swayMillis
            + alsoMissingMillis
            - (changeMillis - grid.lastBefore(changeMillis));
    return missing < 0
        ? 0
        : grid.intervalMillis() * (1 + (long) Math.floor(missing / grid.intervalMillis()));
  }

  private ClosedForm form() {
    return new ClosedForm(view.dialect(), grid, view.decidingWindow());
  }

  private Bounds afterStart(long fromMillis, long toMillis) {
    return seconds(fromMillis - pulse.startMillis(), toMillis - pulse.startMillis());
  }

  private Bounds afterEnd(long fromMillis, long toMillis) {
    return seconds(fromMillis - pulse.endMillis(), toMillis - pulse.endMillis());
  }

  /** Inside the gaps at the pulse's edges its samples cannot tell where the CPU was spent. */
  private Bounds lag(double fromMillis, double toMillis) {
    double interval = grid.intervalMillis();
    double edges = interval * interval / (4 * pulse.lengthMillis());
    double unknown =
        Math.min(interval / 2, edges)
            + pulse.blurMillis() / 2
            + pulse.sway().withinMillis(interval);
    return seconds(fromMillis - unknown, toMillis + unknown);
  }

  private static Bounds seconds(double fromMillis, double toMillis) {
    return new Bounds(fromMillis / 1000, Math.max(fromMillis, toMillis) / 1000);
  }
}
