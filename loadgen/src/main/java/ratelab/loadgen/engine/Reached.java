package ratelab.loadgen.engine;

/** How far an exchange has come. */
public enum Reached {
  /** Looking for a connection. */
  CONNECTING,
  /** Agreeing on TLS. */
  SECURING,
  /** A connection is in hand; the head of the answer is not complete. */
  CONNECTED,
  /** The head of the answer has been read. */
  ANSWERING
}
