package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.RateModel;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Steps;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Recording;

/** The curves of a recording: what a Prometheus of the recording's dialect would draw. */
final class Curves {
  /** Steps per scrape interval: fine enough that a return is not blurred by the drawing. */
  private static final int STEPS_PER_SCRAPE = 15;

  private final Recording recording;
  private final Steps steps;

  Curves(Recording recording) {
    this.recording = recording;
    this.steps = steps(recording);
  }

  /** From the idle target to the recording's end. */
  static Steps steps(Recording recording) {
    long from = recording.marks().idleStartMillis();
    return new Steps(from, Math.max(from, recording.marks().endMillis()), step(recording));
  }

  /** Time between two evaluations. */
  static Duration step(Recording recording) {
    long scrapeMillis = recording.scenario().scrapeInterval().toMillis();
    return Duration.ofMillis(Math.max(1, scrapeMillis / STEPS_PER_SCRAPE));
  }

  Curve rate(CpuCounter counter, Duration window) {
    RangeQuery query =
        new RangeQuery(
            counter.metric(), recording.info().targetGroup(), RangeFunction.RATE, window);
    return new RateModel(recording.info().dialect()).curve(query, recording.series(), steps);
  }

  /**
   * The naive {@code (B - A) / W}: last less first sample in the window, by the window's length.
   */
  Curve naive(CounterTrack track, Duration window) {
    List<Curve.Point> points = new ArrayList<>();
    steps
        .timesMillis()
        .forEach(t -> points.add(new Curve.Point(t, naiveAt(track.samples(), window, t))));
    return new Curve(points);
  }

  private static OptionalDouble naiveAt(List<Sample> samples, Duration window, long timeMillis) {
    long fromMillis = timeMillis - window.toMillis();
    int last = before(samples, timeMillis + 1) - 1;
    int first = before(samples, fromMillis);
    if (first >= last) {
      return OptionalDouble.empty();
    }
    double delta = samples.get(last).value() - samples.get(first).value();
    return OptionalDouble.of(delta / (window.toMillis() / 1000.0));
  }

  /** How many samples lie before an instant. */
  private static int before(List<Sample> samples, long timeMillis) {
    int low = 0;
    int high = samples.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (samples.get(middle).timestampMillis() < timeMillis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
