package ratelab.experiments.analysis.shape;

import java.util.Map;
import ratelab.experiments.rate.ClosedForm;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeModifier;

/** How high a curve should be, how much of the time it should be there at all. */
final class Height {
  private final View view;
  private final CpuPulse pulse;
  private final long windowMillis;
  private final long intervalMillis;

  Height(View view, CpuPulse pulse) {
    this.view = view;
    this.pulse = pulse;
    this.windowMillis = view.window().toMillis();
    this.intervalMillis = view.grid().intervalMillis();
  }

  void addTo(Map<Aspect, Bounds> bounds) {
    double visible = visibleShare();
    bounds.put(Aspect.VISIBLE, Bounds.exactly(visible));
    boolean plain = view.modifier() == RangeModifier.PLAIN;
    if (visible == 0 || (!plain && windowMillis < intervalMillis)) {
      return;
    }
    if (pulse.endFromMillis() - pulse.startToMillis() > view.memoryMillis() + intervalMillis) {
      bounds.put(Aspect.PLATEAU, Bounds.exactly(pulse.cores()));
    }
    if (!plain && windowMillis % intervalMillis == 0) {
      bounds.put(Aspect.OVERSHOOT, overshootOfExtended());
    } else if (plain && view.function() != RangeFunction.DERIV) {
      bounds.put(Aspect.OVERSHOOT, overshoot());
    }
  }

  private double visibleShare() {
    return switch (view.modifier()) {
      case PLAIN -> new ClosedForm(view.dialect(), view.grid(), view.window()).visibleShare();
      // One sample inside is enough.
      case ANCHORED -> Math.min(1, (double) windowMillis / intervalMillis);
      case SMOOTHED -> 1;
    };
  }

  /**
   * A burst within one gap shows as B / ((n-1) S) in place of B / W; if it lies across a scrape,
   * the best window still has all of it but half a gap, and half of it at least.
   */
  private Bounds overshoot() {
    double deciding = view.decidingWindow().toMillis();
    double gaps = Math.max(1, Math.floor(deciding / intervalMillis) - 1);
    double whole = Math.min(pulse.cores(), pulse.cpuSeconds() / (gaps * intervalMillis / 1000));
    double truth = Shape.highestMean(view, pulse);
    return new Bounds(caught(gaps, 0.5) * whole / truth, whole / truth);
  }

  /** Never above the mean; smoothing blurs both edges of a pulse that about fills the window. */
  private Bounds overshootOfExtended() {
    double gaps = (double) windowMillis / intervalMillis;
    double once = caught(gaps - 1, 1);
    return new Bounds(view.modifier() == RangeModifier.SMOOTHED ? 2 * once - 1 : once, 1);
  }

  /** The part of a pulse that the best of all windows of so many gaps is sure to have. */
  private double caught(double gaps, double least) {
    double length = pulse.lengthMillis() + pulse.blurMillis();
    if (length <= (gaps - 1) * intervalMillis) {
      return 1;
    }
    double inReach = Math.min(length, Math.max(1, gaps) * intervalMillis);
    return Math.max(Math.min(least, 0.5), 1 - intervalMillis / (2 * inReach));
  }
}
