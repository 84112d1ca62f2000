package ratelab.experiments.oracle;

import java.io.IOException;

/** A Prometheus that does not answer, or not with what was asked for; the message says both. */
public final class OracleException extends IOException {
  private static final long serialVersionUID = 1;

  OracleException(String message) {
    super(message);
  }

  OracleException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The same problem, with what was being done. */
  OracleException during(String action) {
    return new OracleException(action + ": " + getMessage(), this);
  }
}
