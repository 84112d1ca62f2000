package ratelab.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A curve from zero up, in eighths of character cells; the newest value is at the right. */
final class BlockChart {
  private static final String EIGHTHS = " ▁▂▃▄▅▆▇█";
  private static final int PER_CELL = 8;

  private final int width;
  private final int height;

  BlockChart(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** The rows from top to bottom, with a scale at the left; what has no value stays empty. */
  List<String> draw(List<OptionalDouble> values) {
    List<OptionalDouble> shown = values.subList(Math.max(0, values.size() - width), values.size());
    double top = top(shown);
    List<String> rows = new ArrayList<>();
    for (int row = height - 1; row >= 0; row--) {
      StringBuilder line = new StringBuilder(scale(row, top));
      for (OptionalDouble value : shown) {
        line.append(cell(value, row, top));
      }
      rows.add(line.toString().stripTrailing());
    }
    return rows;
  }

  private static double top(List<OptionalDouble> values) {
    double most = values.stream().flatMapToDouble(OptionalDouble::stream).max().orElse(0);
    if (most <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    return IntStream.of(1, 2, 5, 10)
        .mapToDouble(step -> step * power)
        .filter(round -> round >= most)
        .findFirst()
        .orElse(10 * power);
  }

  private String scale(int row, double top) {
    if (row == height - 1) {
      return String.format(Locale.ROOT, "%10.6f ┤", top);
    }
    return row == 0 ? "         0 ┤" : "           │";
  }

  private char cell(OptionalDouble value, int row, double top) {
    if (value.isEmpty()) {
      return ' ';
    }
    long eighths = Math.round(value.getAsDouble() / top * height * PER_CELL);
    // A little is not nothing.
    long visible = value.getAsDouble() > 0 ? Math.max(1, eighths) : eighths;
    return EIGHTHS.charAt(Math.clamp(visible - (long) row * PER_CELL, 0, PER_CELL));
  }
}
