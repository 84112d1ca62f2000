package ratelab.experiments.rate;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Evaluates range functions over recorded samples as a Prometheus of the given dialect does, bit
 * for bit (on amd64; on other processors Go may fuse a multiplication and an addition).
 *
 * @param dialect whose rules apply at the window's edges and in sums
 */
public record RateModel(Dialect dialect) {
  /**
   * One function over one series at one instant.
   *
   * @param timeMillis the evaluation time, milliseconds since the epoch
   * @return the value; empty where Prometheus has no result, as with fewer than two samples
   */
  public OptionalDouble valueAt(
      RangeFunction function, Duration window, Series series, long timeMillis) {
    return valueAt(function, window, new SampleColumns(series), timeMillis);
  }

  /** The curve of a query over whichever of the given series it selects. */
  public Curve curve(RangeQuery query, Collection<Series> series, Steps steps) {
    List<SampleColumns> selected =
        series.stream()
            .filter(s -> query.selects(s.id()))
            // A server merges its stores in the order of labels, and sums in that order.
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .map(SampleColumns::new)
            .toList();
    return new Curve(
        steps
            .timesMillis()
            .mapToObj(time -> new Curve.Point(time, sum(query, selected, time)))
            .toList());
  }

  private OptionalDouble sum(RangeQuery query, List<SampleColumns> series, long timeMillis) {
    double[] addends =
        series.stream()
            .map(s -> valueAt(query.function(), query.window(), s, timeMillis))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    if (addends.length == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(dialect.compensatesSums() ? compensated(addends) : plain(addends));
  }

  private OptionalDouble valueAt(
      RangeFunction function, Duration length, SampleColumns samples, long timeMillis) {
    Window window = samples.window(dialect, timeMillis, length);
    return switch (function) {
      case RATE -> ExtrapolatedDelta.rate(dialect, window, length);
      case INCREASE -> ExtrapolatedDelta.increase(dialect, window);
      case DELTA -> ExtrapolatedDelta.delta(dialect, window);
      case IRATE -> LastTwoSamples.rate(window);
      case IDELTA -> LastTwoSamples.delta(window);
      case DERIV -> Regression.slope(window);
    };
  }

  /** A loop, because {@code DoubleStream.sum} compensates. */
  private static double plain(double[] addends) {
    double sum = addends[0];
    for (int i = 1; i < addends.length; i++) {
      sum += addends[i];
    }
    return sum;
  }

  private static double compensated(double[] addends) {
    CompensatedSum sum = new CompensatedSum();
    for (double addend : addends) {
      sum.add(addend);
    }
    return sum.total();
  }
}
