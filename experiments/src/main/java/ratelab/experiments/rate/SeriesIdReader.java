package ratelab.experiments.rate;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a series' name and labels from the beginning of a line in Prometheus' text notation: blanks
 * are allowed around names and signs, a comma may follow the last label, and label values know the
 * escapes {@code \\}, {@code \"} and {@code \n}.
 */
public final class SeriesIdReader {
  private final String text;
  private int position;

  public SeriesIdReader(String text) {
    this.text = text;
  }

  /**
   * Reads name and labels and stops behind them.
   *
   * @throws IllegalArgumentException if they are malformed; the message has the column
   */
  public SeriesId read() {
    skipBlanks();
    String metric = name("a metric name", ":");
    skipBlanks();
    return new SeriesId(metric, take('{') ? labels() : new TreeMap<>());
  }

  /** What follows the series that was read, without leading and trailing blanks. */
  public String rest() {
    return text.substring(position).strip();
  }

  void expectEnd() {
    if (!rest().isEmpty()) {
      throw expected("the end");
    }
  }

  private SortedMap<String, String> labels() {
    SortedMap<String, String> labels = new TreeMap<>();
    skipBlanks();
    while (!take('}')) {
      String name = name("a label name or '}'", "");
      expect('=');
      expect('"');
      if (labels.put(name, value()) != null) {
        throw new IllegalArgumentException("label " + name + " is there twice");
      }
      skipBlanks();
      if (!take(',') && !at('}')) {
        throw expected("',' or '}'");
      }
      skipBlanks();
    }
    return labels;
  }

  private String name(String what, String alsoAllowed) {
    int start = position;
    while (position < text.length() && isNamePart(text.charAt(position), alsoAllowed)) {
      position++;
    }
    if (position == start || Character.isDigit(text.charAt(start))) {
      position = start;
      throw expected(what);
    }
    return text.substring(start, position);
  }

  private static boolean isNamePart(char c, String alsoAllowed) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || alsoAllowed.indexOf(c) >= 0;
  }

  private String value() {
    StringBuilder value = new StringBuilder();
    while (!take('"')) {
      if (position >= text.length()) {
        throw expected("'\"' at the end of a label value");
      }
      char c = text.charAt(position++);
      value.append(c == '\\' ? escaped() : c);
    }
    return value.toString();
  }

  private char escaped() {
    char c = position < text.length() ? text.charAt(position) : ' ';
    char meant =
        switch (c) {
          case 'n' -> '\n';
          case '\\', '"' -> c;
          default -> throw expected("one of n \\ \" after a backslash");
        };
    position++;
    return meant;
  }

  private void expect(char c) {
    skipBlanks();
    if (!take(c)) {
      throw expected("'" + c + "'");
    }
  }

  private boolean take(char c) {
    boolean there = at(c);
    if (there) {
      position++;
    }
    return there;
  }

  private boolean at(char c) {
    return position < text.length() && text.charAt(position) == c;
  }

  private void skipBlanks() {
    while (at(' ') || at('\t')) {
      position++;
    }
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException("column " + (position + 1) + ": expected " + what);
  }
}
