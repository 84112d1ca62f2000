package ratelab.experiments.scenario;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How to read a line of an access log: a regular expression (Java's) that is looked for in it, with
 * the named group {@code time}, when the work on the request ended, and where the log has them
 * {@code id}, its {@code X-Ratelab-Id}, {@code port}, the client's, and {@code seconds} or {@code
 * millis}, how long the work took.
 *
 * @param text the regular expression
 */
public record LogPattern(String text) {
  private static final Set<String> GROUPS = Set.of("time", "id", "port", "seconds", "millis");

  /**
   * Checks the pattern.
   *
   * @throws IllegalArgumentException if it cannot be used; the message says why
   */
  public LogPattern {
    Set<String> found;
    try {
      found = Pattern.compile(text).namedGroups().keySet();
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("it is no regular expression: " + e.getDescription(), e);
    }
    if (!found.contains("time")) {
      throw new IllegalArgumentException(
          "it has no group (?<time>...), which tells when the work on a request ended");
    }
    if (!GROUPS.containsAll(found)) {
      throw new IllegalArgumentException(
          "its named groups are " + found + "; known are time, id, port, seconds and millis");
    }
  }

  /** The regular expression, ready to use. */
  public Pattern compile() {
    return Pattern.compile(text);
  }
}
