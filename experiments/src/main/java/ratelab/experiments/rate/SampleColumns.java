package ratelab.experiments.rate;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A series' values in two arrays, without stale markers, from which windows are cut quickly. */
final class SampleColumns {
  private final long[] timesMillis;
  private final double[] values;

  SampleColumns(Series series) {
    List<Sample> kept = series.samples().stream().filter(s -> !s.isStale()).toList();
    timesMillis = kept.stream().mapToLong(Sample::timestampMillis).toArray();
    values = kept.stream().mapToDouble(Sample::value).toArray();
  }

  long timeMillis(int index) {
    return timesMillis[index];
  }

  double value(int index) {
    return values[index];
  }

  /** The window of the given length that ends at an evaluation time. */
  Window window(Dialect dialect, long endMillis, Duration length) {
    long lengthMillis = length.toMillis();
    int from = firstNotBefore(dialect.firstInstantMillis(endMillis, lengthMillis));
    int to = firstNotBefore(endMillis + 1);
    return new Window(this, from, to - from, endMillis - lengthMillis, endMillis);
  }

  private int firstNotBefore(long millis) {
    int index = Arrays.binarySearch(timesMillis, millis);
    return index >= 0 ? index : -index - 1;
  }
}
