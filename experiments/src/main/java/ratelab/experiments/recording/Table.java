package ratelab.experiments.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The form of a CSV file: {@code # ratelab <content>, format 1}, then the names of the columns,
 * then the rows. No cell is quoted; only the last one may hold commas.
 *
 * @param content what it holds, for the first line
 * @param columns their names
 */
record Table(String content, List<String> columns) {
  static final int FORMAT = 1;
  private static final Pattern FORMAT_LINE = Pattern.compile("# ratelab (\\w+), format (\\d{1,9})");

  Table(String content, String... columns) {
    this(content, List.of(columns));
  }

  /** The text of a whole file. */
  String text(List<String> rows) {
    return rows.stream()
        .map(row -> row + "\n")
        .collect(Collectors.joining("", head() + "\n" + header() + "\n", ""));
  }

  /** Reads every row of a file that must be whole. */
  <T> List<T> read(Path path, Function<Row, T> row) {
    return rows(TextFile.read(path), row);
  }

  /** Reads the whole rows of a file that another process still writes. */
  <T> List<T> readGrowing(Path path, Function<Row, T> row) {
    TextFile file = TextFile.readGrowing(path);
    return file.lines().size() < 2 ? List.of() : rows(file, row);
  }

  private <T> List<T> rows(TextFile file, Function<Row, T> row) {
    checkHead(file);
    return IntStream.range(2, file.lines().size()).mapToObj(i -> row.apply(row(file, i))).toList();
  }

  private void checkHead(TextFile file) {
    String first = file.lines().isEmpty() ? "" : file.lines().getFirst();
    Matcher found = FORMAT_LINE.matcher(first);
    if (!found.matches() || !found.group(1).equals(content)) {
      throw RecordingException.damaged(file.at(0), expected(head(), first));
    }
    int format = Integer.parseInt(found.group(2));
    if (format > FORMAT) throw RecordingException.newer(file.at(0), format, FORMAT);
    String second = file.lines().size() < 2 ? "" : file.lines().get(1);
    if (!second.equals(header())) {
      throw RecordingException.damaged(file.at(1), expected(header(), second));
    }
  }

  private Row row(TextFile file, int index) {
    String line = file.lines().get(index);
    List<String> cells = List.of(line.split(",", columns.size()));
    if (cells.size() < columns.size()) {
      throw RecordingException.damaged(file.at(index), expected(header(), line));
    }
    return new Row(this, file.at(index), cells);
  }

  private String head() {
    return "# ratelab " + content + ", format " + FORMAT;
  }

  private String header() {
    return String.join(",", columns);
  }

  private static String expected(String expectation, String found) {
    return "expected '" + expectation + "', found '" + found + "'";
  }
}
