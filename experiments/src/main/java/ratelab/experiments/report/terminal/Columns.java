package ratelab.experiments.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text in columns; a cell that is too long continues in the next line. */
public final class Columns {
  private static final String SPACE = "  ";

  private final int[] widths;

  /** Columns of these widths, two spaces between them. */
  public Columns(int... widths) {
    this.widths = widths.clone();
  }

  /** The lines of one row. */
  public List<String> row(String... cells) {
    List<List<String>> wrapped = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      wrapped.add(wrap(cells[i], widths[i]));
    }
    int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      lines.add(line(wrapped, line));
    }
    return lines;
  }

  /** Breaks a text at spaces; a word that is too long is cut. Control characters become spaces. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.replaceAll("\\p{Cntrl}", " ").split(" +", -1)) {
      String rest = word;
      if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (rest.length() > width) {
        lines.add(rest.substring(0, width));
        rest = rest.substring(width);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private String line(List<List<String>> wrapped, int line) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      List<String> cell = wrapped.get(i);
      String text = line < cell.size() ? cell.get(line) : "";
      all.append(text).append(" ".repeat(widths[i] - text.length())).append(SPACE);
    }
    return all.toString().stripTrailing();
  }
}
