package ratelab.loadgen.request;

import java.util.ArrayList;
import java.util.List;

/** A table with a heading, as RFC 4180 writes it: commas, quotes around cells that hold any. */
public final class CsvTable {
  private final List<String> heading;
  private final List<List<String>> rows;

  private CsvTable(List<List<String>> lines) {
    heading = lines.getFirst();
    rows = lines.subList(1, lines.size());
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException naming the row that is wrong, or that there is none
   */
  public static CsvTable parse(String text) {
    List<List<String>> lines = new Reader(text).lines();
    if (lines.size() < 2) {
      throw new IllegalArgumentException("no rows; write a heading and at least one row below it");
    }
    int columns = lines.getFirst().size();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).size() != columns) {
        throw new IllegalArgumentException(
            "row %d has %d cells, the heading %d".formatted(i, lines.get(i).size(), columns));
      }
    }
    return new CsvTable(lines);
  }

  int size() {
    return rows.size();
  }

  /**
   * @throws IllegalArgumentException if there is no such column
   */
  int column(String name) {
    int column = heading.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("{{csv:" + name + "}}: the table has " + heading);
    }
    return column;
  }

  String cell(int row, int column) {
    return rows.get(row).get(column);
  }

  /** Goes through the text once. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    List<List<String>> lines() {
      List<List<String>> lines = new ArrayList<>();
      while (at < text.length()) {
        List<String> line = line();
        if (line.size() > 1 || !line.getFirst().isEmpty()) {
          lines.add(line);
        }
      }
      return lines;
    }

    private List<String> line() {
      List<String> cells = new ArrayList<>();
      cells.add(cell());
      while (at < text.length() && text.charAt(at) == ',') {
        at++;
        cells.add(cell());
      }
      if (at < text.length() && text.charAt(at) == '\r') {
        at++;
      }
      if (at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      return List.copyOf(cells);
    }

    private String cell() {
      if (at < text.length() && text.charAt(at) == '"') {
        return quoted();
      }
      int from = at;
      while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(from, at);
    }

    private String quoted() {
      StringBuilder cell = new StringBuilder();
      at++;
      while (at < text.length()) {
        char next = text.charAt(at++);
        if (next == '"') {
          if (at == text.length() || text.charAt(at) != '"') {
            return cell.toString();
          }
          at++;
        }
        cell.append(next);
      }
      throw new IllegalArgumentException("a cell's closing quote is missing");
    }
  }
}
