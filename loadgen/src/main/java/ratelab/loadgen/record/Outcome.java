package ratelab.loadgen.record;

import java.util.Locale;

/** How an attempt ended; every attempt has exactly one. */
public enum Outcome {
  /** Answered to the last byte, with any status. */
  OK,
  /** No connection: name not found, refused, unreachable. */
  CONNECT,
  /** Connected, but no agreement on TLS: a certificate that is not trusted, no common version. */
  TLS,
  /** No connection, TLS included, within a time limit. */
  TIMEOUT_CONNECT,
  /** Connected, but no complete head of an answer within the time limit. */
  TIMEOUT_RESPONSE,
  /** The head of an answer came, but not its last byte within the time limit. */
  TIMEOUT_BODY,
  /** The connection ended before the head of an answer was complete. */
  RESET,
  /** The connection ended inside the body. */
  TRUNCATED,
  /** What came back is not HTTP, or redirects too often. */
  PROTOCOL,
  /** Neither answered nor failed when the run ended without waiting for it: cancelled. */
  IN_FLIGHT;

  /** The name in files and texts. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The broader class that an attempts file of format 1 names. */
  public String recordedAs() {
    return isTimeout() ? "timeout" : this == TLS ? CONNECT.label() : label();
  }

  /** Whether a time limit ended the attempt; its connection was closed. */
  public boolean isTimeout() {
    return this == TIMEOUT_CONNECT || this == TIMEOUT_RESPONSE || this == TIMEOUT_BODY;
  }

  /** Whether the attempt ended without a complete answer; one in flight has not ended. */
  public boolean failed() {
    return this != OK && this != IN_FLIGHT;
  }
}
