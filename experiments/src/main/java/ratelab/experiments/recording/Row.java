package ratelab.experiments.recording;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One row of a {@link Table}.
 *
 * @param table for the names of the columns
 * @param at {@code file:line}
 * @param cells as many as the table has columns
 */
record Row(Table table, String at, List<String> cells) {

  String text(String column) {
    return cells.get(table.columns().indexOf(column));
  }

  /** A cell that must not be empty. */
  <T> T value(String column, String expectation, Function<String, T> parser) {
    try {
      return parser.apply(text(column));
    } catch (IllegalArgumentException e) {
      throw RecordingException.damaged(
          at, column + ": expected " + expectation + ", found '" + text(column) + "'");
    }
  }

  /** A cell that is empty where its value is unknown. */
  <T> Optional<T> optional(String column, String expectation, Function<String, T> parser) {
    return text(column).isEmpty()
        ? Optional.empty()
        : Optional.of(value(column, expectation, parser));
  }

  long millis(String column) {
    return value(column, "milliseconds since the epoch", Long::valueOf);
  }
}
