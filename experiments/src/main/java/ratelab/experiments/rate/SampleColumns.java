package ratelab.experiments.rate;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A series' values in two arrays, without stale markers, from which windows are cut quickly. */
final class SampleColumns {
  private final long[] timesMillis;
  private final double[] values;

  /** For each sample the next one that is lower than the one before it; none is the length. */
  private final int[] nextFalls;

  SampleColumns(Series series) {
    List<Sample> kept = series.samples().stream().filter(s -> !s.isStale()).toList();
    timesMillis = kept.stream().mapToLong(Sample::timestampMillis).toArray();
    values = kept.stream().mapToDouble(Sample::value).toArray();
    nextFalls = nextFalls(values);
  }

  private static int[] nextFalls(double[] values) {
    int[] next = new int[values.length];
    int fall = values.length;
    for (int i = values.length - 1; i >= 0; i--) {
      next[i] = fall;
      if (i > 0 && values[i] < values[i - 1]) {
        fall = i;
      }
    }
    return next;
  }

  long timeMillis(int index) {
    return timesMillis[index];
  }

  double value(int index) {
    return values[index];
  }

  /** The next sample after this one that is lower than its predecessor; beyond the last if none. */
  int nextFall(int index) {
    return nextFalls[index];
  }

  /** The window of the given length that ends at an evaluation time. */
  Window window(Dialect dialect, long endMillis, Duration length) {
    long lengthMillis = length.toMillis();
    int from = firstNotBefore(dialect.firstInstantMillis(endMillis, lengthMillis));
    int to = firstNotBefore(endMillis + 1);
    return new Window(this, from, to - from, endMillis - lengthMillis, endMillis);
  }

  /** The first sample at an instant or after it; beyond the last if there is none. */
  int firstNotBefore(long millis) {
    int index = Arrays.binarySearch(timesMillis, millis);
    return index >= 0 ? index : -index - 1;
  }
}
