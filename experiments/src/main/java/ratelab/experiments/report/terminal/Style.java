package ratelab.experiments.report.terminal;

import ratelab.experiments.analysis.Status;

/**
 * Emphasis in a terminal.
 *
 * @param colour whether to use ANSI escapes; else text stays as it is
 */
public record Style(boolean colour) {
  private static final String RESET = "\u001b[0m";

  /** The status as a word, in its colour. */
  public String status(Status status) {
    int code =
        switch (status) {
          case PASS -> 32;
          case FAIL -> 31;
          case INCONCLUSIVE -> 33;
        };
    return escaped("1;" + code, status.name());
  }

  /** Bold text. */
  public String bold(String text) {
    return escaped("1", text);
  }

  private String escaped(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
