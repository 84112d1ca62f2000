package ratelab.experiments.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a mistyped word was meant to be. */
final class Nearest {
  private Nearest() {}

  /** The known word with the fewest edits, if they are at most a third of the longer word. */
  static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(
            candidate -> 3 * edits(word, candidate) <= Math.max(word.length(), candidate.length()))
        .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
  }

  /** {@code "; did you mean sleep?"}, or nothing. */
  static String hint(String word, Collection<String> known) {
    return to(word, known).map(nearest -> "; did you mean " + nearest + "?").orElse("");
  }

  /** Levenshtein's distance: letters to insert, delete or replace. */
  private static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
