package ratelab.exporter.http.tls;

/** Something for TLS cannot be used; the message, for the user, says what was expected. */
public final class TlsException extends Exception {
  private static final long serialVersionUID = 1;

  private final String complaint;

  TlsException(String complaint) {
    super(complaint);
    this.complaint = complaint;
  }

  TlsException(String complaint, Throwable cause) {
    super(complaint, cause);
    this.complaint = complaint;
  }

  /** The message, which is always there. */
  public String complaint() {
    return complaint;
  }
}
