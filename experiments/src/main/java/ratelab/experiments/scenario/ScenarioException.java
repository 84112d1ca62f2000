package ratelab.experiments.scenario;

import java.util.Objects;

/**
 * A scenario cannot be used. The message is one line for the user: file, line, key, what was
 * expected and what was found.
 */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An error with its one-line message. */
  public ScenarioException(String message) {
    super(message);
  }

  /** The one line; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
