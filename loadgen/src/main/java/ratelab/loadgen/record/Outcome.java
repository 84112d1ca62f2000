package ratelab.loadgen.record;

import java.util.Locale;

/** How an attempt ended; every attempt has exactly one. */
public enum Outcome {
  /** Answered to the last byte, with any status. */
  OK,
  /** Not answered, or not completely, within the time limit; its connection was closed. */
  TIMEOUT,
  /** No connection: name not found, refused, unreachable, or no TLS agreement. */
  CONNECT,
  /** The connection ended before the head of an answer was complete. */
  RESET,
  /** The connection ended inside the body. */
  TRUNCATED,
  /** What came back is not HTTP, or redirects too often. */
  PROTOCOL,
  /** Neither answered nor failed when the run ended without waiting for it. */
  IN_FLIGHT;

  /** The name in files and texts. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the attempt ended without a complete answer; one in flight has not ended. */
  public boolean failed() {
    return this != OK && this != IN_FLIGHT;
  }
}
