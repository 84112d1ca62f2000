package ratelab.experiments.analysis;

import java.util.stream.IntStream;
import ratelab.experiments.analysis.shape.Aspect;
import ratelab.experiments.analysis.shape.Bounds;
import ratelab.experiments.analysis.shape.CpuPulse;
import ratelab.experiments.analysis.shape.ShapeComparison.Line;
import ratelab.experiments.analysis.shape.ShapeForecast;
import ratelab.experiments.analysis.shape.View;
import ratelab.experiments.rate.RangeModifier;

/**
 * What a recording's own resolution makes of a forecast. A pulse's edges are known to the gap
 * between two samples, and the sample that stands for a slower scraper's may be as old; where an
 * edge lies near a scrape, the curve moves at this scrape or at the next. So a forecast holds for
 * every place that the pulse may have had. Instants are whole milliseconds.
 *
 * @param gapMillis between two samples of the recording
 */
record Blur(long gapMillis) {
  private static final int STEPS_PER_GAP = 4;

  /** Whether an observation is right for some place of the pulse. */
  boolean explains(Line line, View view, CpuPulse pulse) {
    return line.observed().isPresent()
        && IntStream.rangeClosed(-STEPS_PER_GAP, 2 * STEPS_PER_GAP)
            .mapToLong(step -> step * gapMillis / STEPS_PER_GAP)
            .anyMatch(shiftMillis -> explains(line, view, pulse, shiftMillis));
  }

  private boolean explains(Line line, View view, CpuPulse pulse, long shiftMillis) {
    double observed = line.observed().orElseThrow() - moved(line.aspect(), shiftMillis);
    return ShapeForecast.of(view, shifted(pulse, shiftMillis))
        .of(line.aspect())
        .filter(
            bounds ->
                offGrid(line.aspect(), bounds, view)
                    .contain(observed, line.tolerance() + more(line.aspect(), bounds, view, pulse)))
        .isPresent();
  }

  /**
   * A window of whole intervals begins where a sample lies; by a millisecond that it comes late or
   * early the window has one scrape less, and extrapolates, or an anchored one reaches back by one
   * more.
   */
  private static Bounds offGrid(Aspect aspect, Bounds bounds, View view) {
    long interval = view.grid().intervalMillis();
    long intervals = view.window().toMillis() / interval;
    if (aspect != Aspect.OVERSHOOT || view.window().toMillis() % interval != 0 || intervals < 1) {
      return bounds;
    }
    double higher =
        switch (view.modifier()) {
          case PLAIN -> intervals > 2 ? (intervals - 1.0) / (intervals - 2.0) : 1;
          case ANCHORED -> (intervals + 1.0) / intervals;
          case SMOOTHED -> 1;
        };
    return new Bounds(bounds.low(), bounds.high() * higher);
  }

  /** By how much an observation moves that is measured from the pulse; seconds. */
  private static double moved(Aspect aspect, long shiftMillis) {
    return switch (aspect) {
      case REACTION, RISE, RETURN, LAG -> shiftMillis / 1000.0;
      case PLATEAU, VISIBLE, OVERSHOOT -> 0;
    };
  }

  private static CpuPulse shifted(CpuPulse p, long millis) {
    return new CpuPulse(
        p.startFromMillis() + millis,
        p.startToMillis() + millis,
        p.endFromMillis() + millis,
        p.endToMillis() + millis,
        p.centreMillis() + millis,
        p.cores(),
        p.cpuSeconds(),
        p.idleCores(),
        p.sway());
  }

  /**
   * A sample may be as old as a gap, and so may what it shows. A peak over two scrapes is off by
   * the millisecond to which their instants are known. An anchored range holds now more, now fewer
   * intervals than its length; over a pulse that is no whole number of them this does not even out.
   */
  private double more(Aspect aspect, Bounds bounds, View view, CpuPulse pulse) {
    double interval = view.grid().intervalMillis();
    return switch (aspect) {
      case OVERSHOOT -> bounds.high() / (2 * interval);
      case PLATEAU ->
          view.modifier() == RangeModifier.PLAIN
              ? 0
              : pulse.cores() * interval / pulse.lengthMillis();
      case REACTION, RISE, RETURN -> gapMillis / 1000.0;
      case VISIBLE, LAG -> 0;
    };
  }
}
