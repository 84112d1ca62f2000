package ratelab.experiments.analysis;

import ratelab.experiments.analysis.shape.Aspect;
import ratelab.experiments.analysis.shape.CpuPulse;
import ratelab.experiments.analysis.shape.View;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeModifier;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Recording;

/**
 * A counter that has hardly counted yet. {@code rate} and {@code increase} extrapolate to the left
 * edge of their window, by up to 1.1 scrape intervals, but never below zero: so the first values of
 * a young counter are too low and creep up, and neither reaction nor rise is that of the forecast;
 * nor is the peak of a window that reaches back before the pulse and holds all of it.
 *
 * @param seconds what it had counted when the pulse began
 */
record YoungCounter(double seconds) {
  private static final double EXTRAPOLATED_INTERVALS = 1.1;

  static YoungCounter of(Recording recording, Signal signal, CpuPulse pulse) {
    CpuCounter counter = signal.counter();
    return new YoungCounter(
        recording.series().stream()
            .filter(s -> s.id().metric().equals(counter.metric()))
            .filter(s -> s.id().label("groupname").equals(recording.info().targetGroup()))
            .mapToDouble(
                s ->
                    s.between(0, pulse.startFromMillis()).samples().stream()
                        .mapToDouble(Sample::value)
                        .max()
                        .orElse(0))
            .sum());
  }

  /** Whether an aspect of a view cannot be told for this reason. */
  boolean hides(Aspect aspect, View view, CpuPulse pulse) {
    boolean extrapolates =
        view.modifier() == RangeModifier.PLAIN
            && (view.function() == RangeFunction.RATE || view.function() == RangeFunction.INCREASE);
    return extrapolates
        && switch (aspect) {
          case REACTION, RISE -> isYoungFor(pulse.cores(), view);
          case OVERSHOOT ->
              view.memoryMillis() > pulse.lengthMillis()
                  && isYoungFor(pulse.cpuSeconds() / (view.window().toMillis() / 1000.0), view);
          case PLATEAU, RETURN, VISIBLE, LAG -> false;
        };
  }

  /** Whether a line that rises by so many cores meets zero before it ends. */
  private boolean isYoungFor(double cores, View view) {
    double intervalSeconds = view.grid().intervalMillis() / 1000.0;
    return seconds < cores * intervalSeconds * EXTRAPOLATED_INTERVALS;
  }
}
