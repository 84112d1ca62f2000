package ratelab.experiments.scenario;

/** Why a curve is late. */
public enum Cause {
  /** The server still works off requests whose clients have gone. */
  BACKLOG,
  /** The work ended with the load; only the rate window keeps the curve up. */
  WINDOW_ONLY,
  /** Work went on after the load, and nothing tells why. */
  UNKNOWN
}
