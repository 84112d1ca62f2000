package ratelab.experiments.rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What {@code rate} shows of a {@link Pulse}, derived instead of evaluated: for scrapes exactly on
 * a grid, none of them missed, and a counter far from zero.
 *
 * <p>There the extrapolation cancels out, because no edge of the window is further than one gap
 * from a sample: the rate is the mean slope between the first and the last sample in the window.
 *
 * @param dialect decides whether a sample on the window's left edge is in it
 * @param grid when the counter is scraped
 * @param window the range W; with S for the grid's interval, nothing is ever to be seen unless W
 *     &gt; S, and nothing all the time unless W &gt;= 2 S
 */
public record ClosedForm(Dialect dialect, ScrapeGrid grid, Duration window) {
  /** Whether the curve comes to show the pulse's full height. */
  public enum Plateau {
    /** Whatever the phase. */
    CERTAIN,
    /** It depends on the phase. */
    POSSIBLE,
    /** The pulse is too short for the window. */
    IMPOSSIBLE
  }

  /** How many samples the window that ends at an instant holds. */
  public long samplesInWindow(long millis) {
    long untilLast = window.toMillis() - (millis - grid.lastAtOrBefore(millis));
    return dialect == Dialect.V3
        ? Math.ceilDiv(untilLast, grid.intervalMillis())
        : Math.floorDiv(untilLast, grid.intervalMillis()) + 1;
  }

  /** The share of all instants at which there is a value, from 0 to 1. */
  public double visibleShare() {
    double interval = grid.intervalMillis();
    return Math.clamp((window.toMillis() - interval) / interval, 0.0, 1.0);
  }

  /** The rate per second at an instant; empty where the window holds fewer than two samples. */
  public OptionalDouble rateAt(Pulse pulse, long millis) {
    long gaps = samplesInWindow(millis) - 1;
    if (gaps < 1) {
      return OptionalDouble.empty();
    }
    long last = grid.lastAtOrBefore(millis);
    long sampledMillis = gaps * grid.intervalMillis();
    double grown = pulse.grownAt(last) - pulse.grownAt(last - sampledMillis);
    return OptionalDouble.of(grown / (sampledMillis / 1000.0));
  }

  /** The first instant at which the curve shows anything of the pulse: the sample that sees it. */
  public long reactionMillis(Pulse pulse) {
    return grid.firstAtOrAfter(pulse.startMillis() + 1);
  }

  /**
   * From when on the curve shows the pulse's full height, if the pulse lasts long enough; never if
   * W &lt;= S.
   */
  public OptionalLong plateauMillis(Pulse pulse) {
    return firstWithout(grid.lastBefore(pulse.startMillis()));
  }

  /** From when on the curve is exactly 0 after the pulse; never if W &lt;= S. */
  public OptionalLong zeroMillis(Pulse pulse) {
    return firstWithout(grid.lastBefore(pulse.endMillis()));
  }

  /**
   * The decay, step by step: the value at each sample after the pulse's end, and at the end the 0.
   * Empty if W &lt;= S.
   */
  public Curve staircase(Pulse pulse) {
    List<Curve.Point> steps = new ArrayList<>();
    zeroMillis(pulse)
        .ifPresent(
            zero -> {
              long step = grid.firstAtOrAfter(pulse.endMillis());
              for (; step < zero; step += grid.intervalMillis()) {
                steps.add(new Curve.Point(step, rateAt(pulse, step)));
              }
              steps.add(new Curve.Point(zero, rateAt(pulse, zero)));
            });
    return new Curve(steps);
  }

  /** Whether a pulse of some length comes to be seen in full. */
  public Plateau plateau(Duration length) {
    Duration gaps = grid.interval().multipliedBy(fewestSamples() - 1);
    if (length.compareTo(gaps) < 0) {
      return Plateau.IMPOSSIBLE;
    }
    return length.compareTo(gaps.plus(grid.interval())) < 0 ? Plateau.POSSIBLE : Plateau.CERTAIN;
  }

  /** The most that the curve can show of a pulse of some length, as a share of its height. */
  public double peakShare(Duration length) {
    double gapsMillis = (fewestSamples() - 1) * (double) grid.intervalMillis();
    return Math.min(1, length.toMillis() / gapsMillis);
  }

  /** The fewest samples in a window that shows anything. */
  private long fewestSamples() {
    return Math.max(2, window.toMillis() / grid.intervalMillis());
  }

  private OptionalLong firstWithout(long sampleMillis) {
    long windowMillis = window.toMillis();
    long interval = grid.intervalMillis();
    if (windowMillis <= interval) {
      return OptionalLong.empty();
    }
    if (windowMillis < 2 * interval) {
      return OptionalLong.of(sampleMillis + 2 * interval);
    }
    // A closed window still holds the sample on its edge, for one millisecond.
    return OptionalLong.of(sampleMillis + windowMillis + (dialect == Dialect.V3 ? 0 : 1));
  }
}
