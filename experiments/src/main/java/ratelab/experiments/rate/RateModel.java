package ratelab.experiments.rate;

import java.time.Duration;
import java.util.Collection;
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

  /**
   * The curve of a query over whichever of the given series it selects.
   *
   * @throws IllegalArgumentException if the dialect does not know the query's range modifier
   */
  public Curve curve(RangeQuery query, Collection<Series> series, Steps steps) {
    check(query);
    SampleColumns[] selected =
        series.stream()
            .filter(s -> query.selects(s.id()))
            // A server merges its stores in the order of labels, and sums in that order.
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .map(SampleColumns::new)
            .toArray(SampleColumns[]::new);
    return new Curve(
        steps
            .timesMillis()
            .mapToObj(time -> new Curve.Point(time, sum(query, selected, time)))
            .toList());
  }

  private void check(RangeQuery query) {
    if (query.modifier() != RangeModifier.PLAIN && dialect != Dialect.V3) {
      throw new IllegalArgumentException(
          "%s: no Prometheus before 3.7 knows %s ranges; evaluate it in the dialect 3.x, or leave"
                  .formatted(query, query.modifier().word())
              + " the modifier out");
    }
  }

  private OptionalDouble sum(RangeQuery query, SampleColumns[] series, long timeMillis) {
    double[] addends = new double[series.length];
    int count = 0;
    for (SampleColumns one : series) {
      OptionalDouble value = valueAt(query, one, timeMillis);
      if (value.isPresent()) {
        addends[count++] = value.getAsDouble();
      }
    }
    if (count == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        dialect.compensatesSums() ? compensated(addends, count) : plain(addends, count));
  }

  private OptionalDouble valueAt(RangeQuery query, SampleColumns samples, long timeMillis) {
    return query.modifier() == RangeModifier.PLAIN
        ? valueAt(query.function(), query.window(), samples, timeMillis)
        : ExtendedDelta.value(query, samples, timeMillis);
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
      case RESETS -> ValueCounts.resets(window);
      case CHANGES -> ValueCounts.changes(window);
    };
  }

  /** A loop, because {@code DoubleStream.sum} compensates. */
  private static double plain(double[] addends, int count) {
    double sum = addends[0];
    for (int i = 1; i < count; i++) {
      sum += addends[i];
    }
    return sum;
  }

  private static double compensated(double[] addends, int count) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < count; i++) {
      sum.add(addends[i]);
    }
    return sum.total();
  }
}
