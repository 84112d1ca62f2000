package ratelab.experiments.recording;

/** How one attempt of the load ended, as the load generator saw it. */
public enum Outcome {
  OK,
  TIMEOUT,
  CONNECT,
  RESET,
  TRUNCATED,
  PROTOCOL,
  CANCELLED,
  /** Not over when the load ended. */
  IN_FLIGHT
}
