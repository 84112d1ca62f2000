package ratelab.experiments.analysis.shape;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Pulse;
import ratelab.experiments.rate.RateModel;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.rate.Steps;

/**
 * A CPU counter that grew during one pulse, and what is known of it from its samples.
 *
 * @param truth the pulse
 * @param series the samples of a fine scraper
 * @param pulse what those samples tell of the pulse
 */
record PulsedCounter(Pulse truth, Series series, CpuPulse pulse) {
  private static final String METRIC = "cpu";
  private static final double LONG_AGO = 1000;
  private static final long AROUND_MILLIS = 700_000;

  /** Sampled exactly on a grid; the pulse is known exactly. */
  static PulsedCounter exact(Pulse truth, ScrapeGrid grid) {
    List<Sample> samples = new ArrayList<>();
    long last = truth.endMillis() + AROUND_MILLIS;
    for (long t = grid.firstAtOrAfter(0); t <= last; t += grid.intervalMillis()) {
      samples.add(sample(truth, t));
    }
    return new PulsedCounter(
        truth,
        series(samples),
        known(
            truth, truth.startMillis(), truth.startMillis(), truth.endMillis(), truth.endMillis()));
  }

  /** Sampled every second with some jitter; the pulse is known to a gap between samples. */
  static PulsedCounter jittered(Pulse truth, Random random) {
    List<Sample> samples = new ArrayList<>();
    long phase = random.nextInt(1000);
    for (long t = phase; t <= truth.endMillis() + AROUND_MILLIS; t += 1000) {
      samples.add(sample(truth, t + random.nextInt(5)));
    }
    return new PulsedCounter(
        truth,
        series(samples),
        known(
            truth,
            before(samples, truth.startMillis()),
            after(samples, truth.startMillis() + 1),
            before(samples, truth.endMillis()),
            after(samples, truth.endMillis())));
  }

  private static CpuPulse known(
      Pulse truth, long startFrom, long startTo, long endFrom, long endTo) {
    double seconds = (truth.endMillis() - truth.startMillis()) / 1000.0;
    return new CpuPulse(
        startFrom,
        startTo,
        endFrom,
        endTo,
        (truth.startMillis() + truth.endMillis()) / 2.0,
        truth.perSecond(),
        truth.perSecond() * seconds,
        0,
        Sway.NONE);
  }

  private static Sample sample(Pulse truth, long millis) {
    return new Sample(millis, LONG_AGO + truth.grownAt(millis));
  }

  private static Series series(List<Sample> samples) {
    return new Series(SeriesId.of(METRIC, Map.of("groupname", "g")), samples);
  }

  private static long before(List<Sample> samples, long millis) {
    return samples.stream()
        .mapToLong(Sample::timestampMillis)
        .filter(t -> t < millis)
        .max()
        .orElseThrow();
  }

  private static long after(List<Sample> samples, long millis) {
    return samples.stream()
        .mapToLong(Sample::timestampMillis)
        .filter(t -> t >= millis)
        .min()
        .orElseThrow();
  }

  /** Forecast and observation of a view on the samples as they are. */
  ShapeComparison compare(View view, ShapeComparison.Exactness exactness) {
    return compare(view, List.of(series), exactness);
  }

  /** Forecast and observation of a view on the samples that its own scraper would have had. */
  ShapeComparison compareDecimated(View view, ShapeComparison.Exactness exactness) {
    return compare(view, Decimation.of(List.of(series), 1000, view.grid()), exactness);
  }

  private ShapeComparison compare(
      View view, List<Series> samples, ShapeComparison.Exactness exactness) {
    Steps steps =
        new Steps(0, truth.endMillis() + AROUND_MILLIS, Duration.ofMillis(exactness.stepMillis()));
    Curve curve = new RateModel(view.dialect()).curve(view.query(METRIC, "g"), samples, steps);
    return ShapeComparison.of(view, pulse, Shape.of(curve, view, pulse), exactness);
  }
}
