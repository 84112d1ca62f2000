package ratelab.experiments.analysis.shape;

import java.time.Duration;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeModifier;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.ScrapeGrid;

/**
 * One way of looking at a CPU counter: how it is scraped, and what is computed of the samples.
 *
 * @param grid when it is scraped
 * @param window the range W
 * @param function what is computed over each window
 * @param modifier which samples belong to a window
 * @param dialect whose rules apply at the window's edges
 */
public record View(
    ScrapeGrid grid,
    Duration window,
    RangeFunction function,
    RangeModifier modifier,
    Dialect dialect) {
  /**
   * @throws IllegalArgumentException for a count: how much CPU was used is not in it, so it has no
   *     shape
   */
  public View {
    if (!function.measures()) {
      throw new IllegalArgumentException(function.promQl() + " has no shape: it counts");
    }
  }

  /** {@code rate} over plain windows. */
  public static View rate(ScrapeGrid grid, Duration window, Dialect dialect) {
    return new View(grid, window, RangeFunction.RATE, RangeModifier.PLAIN, dialect);
  }

  /** The view's query for a group's counter. */
  public RangeQuery query(String metric, String group) {
    return new RangeQuery(metric, group, function, window, modifier);
  }

  /** What the curve shows of one core: differences count CPU seconds, slopes count cores. */
  public double valuePerCore() {
    return switch (function) {
      case RATE, IRATE, DERIV -> 1;
      case INCREASE, DELTA -> window.toMillis() / 1000.0;
      case IDELTA -> grid.intervalMillis() / 1000.0;
      case RESETS, CHANGES -> throw new IllegalStateException("a count has no height of CPU");
    };
  }

  /** An aspect's value as the curve shows it: heights are compared in cores, whatever is drawn. */
  public double shown(Aspect aspect, double value) {
    return aspect == Aspect.PLATEAU ? value * valuePerCore() : value;
  }

  /** The unit of what is shown. */
  public String unit(Aspect aspect) {
    if (aspect != Aspect.PLATEAU) {
      return aspect.unit();
    }
    return switch (function) {
      case RATE, IRATE, DERIV -> aspect.unit();
      case INCREASE, DELTA, IDELTA -> "s of CPU";
      case RESETS, CHANGES -> throw new IllegalStateException("a count has no height of CPU");
    };
  }

  /**
   * The window that decides when the curve moves: {@code irate} and {@code idelta} look at two
   * samples, however long their range is.
   */
  Duration decidingWindow() {
    Duration two = grid.interval().multipliedBy(2);
    return switch (function) {
      case IRATE, IDELTA -> window.compareTo(two) < 0 ? window : two;
      case RATE, INCREASE, DELTA, DERIV, RESETS, CHANGES -> window;
    };
  }

  /** The longest that the curve needs to follow a change, milliseconds. */
  public long memoryMillis() {
    return modifier == RangeModifier.PLAIN
        ? Math.max(decidingWindow().toMillis(), 2 * grid.intervalMillis())
        : window.toMillis() + grid.intervalMillis();
  }
}
