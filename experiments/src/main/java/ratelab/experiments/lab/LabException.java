package ratelab.experiments.lab;

import org.jspecify.annotations.Nullable;

/** A run that could not be made. The message names cause and remedy and needs no stack trace. */
public final class LabException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that is explained by its message alone. */
  public LabException(String message) {
    this(message, null);
  }

  /** A failure whose origin is kept for a verbose report. */
  public LabException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
