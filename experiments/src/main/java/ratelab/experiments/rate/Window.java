package ratelab.experiments.rate;

/**
 * The samples that one evaluation of a range function sees, stale markers left out, and the edges
 * of the range they were selected from.
 */
final class Window {
  private final SampleColumns samples;
  private final int from;
  private final int count;
  private final long startMillis;
  private final long endMillis;

  Window(SampleColumns samples, int from, int count, long startMillis, long endMillis) {
    this.samples = samples;
    this.from = from;
    this.count = count;
    this.startMillis = startMillis;
    this.endMillis = endMillis;
  }

  int count() {
    return count;
  }

  long timeMillis(int index) {
    return samples.timeMillis(from + index);
  }

  double value(int index) {
    return samples.value(from + index);
  }

  /** The next sample that is lower than the one before it; {@link #count} or more if none is. */
  int nextFall(int index) {
    return samples.nextFall(from + index) - from;
  }

  double first() {
    return value(0);
  }

  double last() {
    return value(count - 1);
  }

  /** From the range's left edge to the first sample. */
  double secondsToFirst() {
    return (timeMillis(0) - startMillis) / 1000.0;
  }

  /** From the first sample to the last. */
  double secondsSampled() {
    return (timeMillis(count - 1) - timeMillis(0)) / 1000.0;
  }

  /** From the last sample to the range's right edge. */
  double secondsFromLast() {
    return (endMillis - timeMillis(count - 1)) / 1000.0;
  }
}
