package ratelab.experiments.junit;

/**
 * A run that cannot tell whether an assertion holds. No failure, and never a pass: JUnit reports it
 * as an error.
 */
public final class InconclusiveException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InconclusiveException(String message) {
    super(message);
  }
}
