package ratelab.experiments.recording;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run directory cannot be read or written. The message is one line for the user: file, line,
 * cause and remedy.
 */
public final class RecordingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RecordingException(String message) {
    this(message, null);
  }

  RecordingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The one line; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** A file that does not hold what its format says. */
  static RecordingException damaged(String at, String cause) {
    return new RecordingException(
        at + ": " + cause + "; the file is damaged: restore it, or run the lab again");
  }

  /** A file of a format that a later version wrote. */
  static RecordingException newer(String at, long found, int known) {
    return new RecordingException(
        at
            + ": the file has format "
            + found
            + ", this ratelab reads up to format "
            + known
            + "; use a newer ratelab");
  }
}
