package ratelab.exporter.page;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** A counter now, and at the instants of {@link RateWindow} at which it was known. */
final class CounterTrack {
  /** Counters are never negative. */
  static final long UNKNOWN = -1;

  private final long[] readings;
  private long now = UNKNOWN;

  CounterTrack(int capacity) {
    readings = new long[capacity];
    Arrays.fill(readings, UNKNOWN);
  }

  /**
   * Takes the value of now.
   *
   * @param slot where to keep it for later rates
   */
  void advance(long value, int slot) {
    if (value < now) restart();
    now = value;
    if (slot != Instants.NONE) readings[slot] = value;
  }

  /** The counter begins anew: what it was says nothing about what it will be. */
  void restart() {
    Arrays.fill(readings, UNKNOWN);
    now = UNKNOWN;
  }

  long now() {
    return now;
  }

  /** Units a second since the first of the baselines at which the counter was known. */
  OptionalDouble rate(long nowNanos, Instants instants, List<Integer> baselines) {
    if (now == UNKNOWN) return OptionalDouble.empty();
    for (int slot : baselines) {
      if (readings[slot] == UNKNOWN) continue;
      return OptionalDouble.of(
          RateWindow.perSecond(now - readings[slot], nowNanos - instants.atNanos(slot)));
    }
    return OptionalDouble.empty();
  }
}
