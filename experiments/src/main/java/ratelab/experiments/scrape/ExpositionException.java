package ratelab.experiments.scrape;

import org.jspecify.annotations.Nullable;

/** A body that is not in the text format; the message begins with the line's number. */
public final class ExpositionException extends Exception {
  private static final long serialVersionUID = 1;

  ExpositionException(int line, @Nullable String problem) {
    super("line " + line + ": " + problem);
  }
}
