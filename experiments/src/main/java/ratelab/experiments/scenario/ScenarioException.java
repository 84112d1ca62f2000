package ratelab.experiments.scenario;

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
}
