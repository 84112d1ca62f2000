package ratelab.experiments.report.chart;

import java.util.List;
import java.util.stream.LongStream;
import ratelab.experiments.report.markup.Decimal;

/**
 * Round numbers along an axis.
 *
 * @param step distance between two ticks
 * @param values the ticks, ascending
 */
record Ticks(double step, List<Double> values) {
  private static final double[] DECADE = {1, 2, 5, 10};
  private static final double[] SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400
  };

  Ticks {
    values = List.copyOf(values);
  }

  /** Multiples of 1, 2 or 5 times a power of ten; about {@code wanted} of them, never more. */
  static Ticks decimal(double low, double high, int wanted) {
    double least = (high - low) / wanted;
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    return multiples(stepAtLeast(least / decade, DECADE) * decade, low, high);
  }

  /** Multiples of what people count seconds, minutes and hours by. */
  static Ticks seconds(double low, double high, int wanted) {
    double least = (high - low) / wanted;
    if (least < 1 || least > SECONDS[SECONDS.length - 1]) {
      return decimal(low, high, wanted);
    }
    return multiples(stepAtLeast(least, SECONDS), low, high);
  }

  /** The label of one tick, with as many decimals as the step has. */
  String label(double value) {
    return Decimal.fixed(value, decimals()).replace('-', '−');
  }

  private int decimals() {
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }

  private static double stepAtLeast(double least, double[] steps) {
    for (double step : steps) {
      if (step >= least * (1 - 1e-9)) {
        return step;
      }
    }
    return steps[steps.length - 1];
  }

  private static Ticks multiples(double step, double low, double high) {
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    return new Ticks(step, LongStream.rangeClosed(first, last).mapToObj(i -> i * step).toList());
  }
}
