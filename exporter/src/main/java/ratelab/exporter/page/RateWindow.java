package ratelab.exporter.page;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Over which time a rate of now is measured: about two seconds while somebody looks, and up to two
 * minutes for who asks as seldom as Prometheus does. Viewers do not disturb each other: a reading
 * soon after another one is not kept.
 */
final class RateWindow {
  private static final int READINGS = 4;
  private static final long SPACING_NANOS = TimeUnit.MILLISECONDS.toNanos(800);
  private static final long WANTED_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);
  private static final double NANOS_PER_SECOND = 1e9;

  private RateWindow() {}

  static Instants instants() {
    return new Instants(READINGS, SPACING_NANOS);
  }

  /** The slots of the earlier readings to compare with one of now; the best comes first. */
  static List<Integer> baselines(Instants readings, long nowNanos) {
    return IntStream.range(0, readings.size())
        .map(readings::slot)
        .filter(slot -> fits(nowNanos - readings.atNanos(slot)))
        .boxed()
        .sorted(
            Comparator.comparingLong(
                slot -> Math.abs(nowNanos - readings.atNanos(slot) - WANTED_NANOS)))
        .toList();
  }

  private static boolean fits(long lengthNanos) {
    return lengthNanos >= SHORTEST_NANOS && lengthNanos <= LONGEST_NANOS;
  }

  /** Units of the counter a second. */
  static double perSecond(long difference, long lengthNanos) {
    return difference * NANOS_PER_SECOND / lengthNanos;
  }

  /** Nanoseconds of CPU a second as cores. */
  static OptionalDouble cores(OptionalDouble nanosPerSecond) {
    return nanosPerSecond.isPresent()
        ? OptionalDouble.of(nanosPerSecond.getAsDouble() / NANOS_PER_SECOND)
        : nanosPerSecond;
  }
}
