package ratelab.loadgen.results;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** {@code loadgen merge a.hlog b.hlog [--out sum.hlog]}: percentiles of several runs together. */
final class MergeCommand {
  private static final List<Double> PERCENTS = List.of(50.0, 90.0, 99.0, 99.9, 99.99, 100.0);
  private static final double NANOS_PER_MILLI = 1e6;

  private MergeCommand() {}

  /**
   * The table to print.
   *
   * @throws IllegalArgumentException if the words make no sense
   * @throws IOException naming the file that cannot be read or written
   */
  static String run(List<String> words) throws IOException {
    List<Path> files = new ArrayList<>();
    Optional<Path> out = Optional.empty();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals("--out") && i + 1 < words.size()) {
        out = Optional.of(Path.of(words.get(++i)));
      } else if (words.get(i).startsWith("-")) {
        throw new IllegalArgumentException(
            words.get(i) + ": merge takes files and --out FILE, nothing else");
      } else {
        files.add(Path.of(words.get(i)));
      }
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("merge: name the .hlog files, like: merge a.hlog b.hlog");
    }
    Histogram sum = HistogramMerge.sum(files);
    if (out.isPresent()) {
      HistogramMerge.write(sum, out.get());
    }
    return table(sum, files.size());
  }

  private static String table(Histogram sum, int files) {
    StringBuilder text =
        new StringBuilder(
            "\nService times of " + files + " files (" + sum.getTotalCount() + "):\n");
    for (double percent : PERCENTS) {
      String name =
          percent == 100
              ? "max"
              : BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + "%";
      double nanos = sum.getValueAtPercentile(percent);
      text.append(String.format(Locale.ROOT, "  %s:\t%.3f ms\n", name, nanos / NANOS_PER_MILLI));
    }
    return text.append('\n').toString();
  }
}
