package ratelab.experiments.report.chart;

import java.util.stream.DoubleStream;

/**
 * The values an axis spans.
 *
 * @param low the lowest
 * @param high the highest, above {@code low}
 */
public record Range(double low, double high) {
  /** Share of the extent above the highest value, where the spans have their labels. */
  private static final double HEADROOM = 0.15;

  /** The values' own extent with a little room above; 0 to 1 where there are none. */
  public static Range around(DoubleStream values) {
    var all = values.summaryStatistics();
    if (all.getCount() == 0) {
      return new Range(0, 1);
    }
    double extent = all.getMax() - all.getMin();
    double room = extent > 0 ? extent : Math.max(Math.abs(all.getMax()), 1);
    return new Range(all.getMin() - (extent > 0 ? 0 : room / 2), all.getMax() + room * HEADROOM);
  }

  /** From 0 (or below, where values are) to a little above the highest value. */
  public static Range fromZero(DoubleStream values) {
    var all = DoubleStream.concat(DoubleStream.of(0), values).summaryStatistics();
    double extent = all.getMax() - all.getMin();
    return extent > 0 ? new Range(all.getMin(), all.getMax() + extent * HEADROOM) : new Range(0, 1);
  }
}
