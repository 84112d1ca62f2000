package ratelab.loadgen.report;

import java.util.Arrays;
import java.util.Locale;
import ratelab.loadgen.record.Latencies;
import ratelab.loadgen.record.Spread;

/**
 * hey's response time histogram: eleven lines at equal distances from the fastest to the slowest
 * answer. Each is labelled with its upper bound, so the first holds only the fastest.
 */
final class HistogramBars {
  private static final int STEPS = 10;
  private static final long LONGEST_BAR = 40;
  private static final double NANOS_PER_SECOND = 1e9;

  private HistogramBars() {}

  /** Latencies must not be empty. */
  static String of(Latencies latencies) {
    double[] bounds = bounds(latencies.spread());
    long[] counts = counts(latencies, bounds);
    long most = Arrays.stream(counts).max().orElseThrow();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= STEPS; i++) {
      String bar = "■".repeat(Math.toIntExact((LONGEST_BAR * counts[i] + most / 2) / most));
      text.append(
          String.format(
              Locale.ROOT, "  %.3f [%d]\t|%s\n", bounds[i] / NANOS_PER_SECOND, counts[i], bar));
    }
    return text.toString();
  }

  private static double[] bounds(Spread service) {
    double step = (double) (service.maxNanos() - service.minNanos()) / STEPS;
    double[] bounds = new double[STEPS + 1];
    for (int i = 0; i < STEPS; i++) {
      bounds[i] = service.minNanos() + step * i;
    }
    bounds[STEPS] = service.maxNanos();
    return bounds;
  }

  private static long[] counts(Latencies latencies, double[] bounds) {
    long[] counts = new long[bounds.length];
    long below = 0;
    for (int i = 0; i < bounds.length; i++) {
      long upTo = latencies.countUpTo((long) bounds[i]);
      counts[i] = upTo - below;
      below = upTo;
    }
    return counts;
  }
}
