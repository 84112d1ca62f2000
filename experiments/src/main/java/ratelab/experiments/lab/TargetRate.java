package ratelab.experiments.lab;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RateModel;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.CpuCounter;

/** The target's CPU rate as the scrapes so far show it, in cores; for the live display. */
public final class TargetRate {
  /** The exporter's counters of CPU time, the finer one first. */
  static final List<String> COUNTERS =
      Stream.of(CpuCounter.values()).map(CpuCounter::metric).toList();

  private static final RateModel MODEL = new RateModel(Dialect.V3);

  private final SampleStore store;

  public TargetRate(SampleStore store) {
    this.store = store;
  }

  /** The mean over a window that ends at an instant; empty with fewer than two samples in it. */
  public OptionalDouble mean(Duration window, long nowMillis) {
    return sum(RangeFunction.RATE, window, nowMillis);
  }

  /** Between the last two samples of a window that ends at an instant. */
  public OptionalDouble latest(Duration window, long nowMillis) {
    return sum(RangeFunction.IRATE, window, nowMillis);
  }

  private OptionalDouble sum(RangeFunction function, Duration window, long nowMillis) {
    double[] rates =
        counters().stream()
            .map(series -> MODEL.valueAt(function, window, series, nowMillis))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    return rates.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Arrays.stream(rates).sum());
  }

  private List<Series> counters() {
    return COUNTERS.stream()
        .map(store::target)
        .filter(series -> !series.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
