import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/** Repeated measurements of one quantity, in nanoseconds. */
final class Figures {
  private final LongStream.Builder values = LongStream.builder();
  private long[] sorted = {};

  void add(long nanos) {
    values.add(nanos);
  }

  double medianMillis() {
    return quantileMillis(0.5);
  }

  double quantileMillis(double quantile) {
    long[] all = sorted();
    double position = quantile * (all.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, all.length - 1);
    return (all[below] + (position - below) * (all[above] - all[below])) / 1e6;
  }

  double meanMillis() {
    return Arrays.stream(sorted()).average().orElseThrow() / 1e6;
  }

  long sumNanos() {
    return Arrays.stream(sorted()).sum();
  }

  private long[] sorted() {
    if (sorted.length == 0) sorted = values.build().sorted().toArray();
    return sorted;
  }

  /** {@code 1/31.2, goal 1/30: met}. */
  static String verdict(double ours, double reference, double goal) {
    double share = reference / ours;
    return String.format(
        Locale.ROOT,
        "1/%.1f of the reference, goal 1/%.0f: %s",
        share,
        goal,
        share >= goal ? "met" : "MISSED");
  }
}
