package ratelab.experiments.scenario;

/** Why a curve is late. */
public enum Cause {
  /** The server still works off requests whose clients have gone. */
  BACKLOG,
  /** The work ended with the load; only the rate window keeps the curve up. */
  WINDOW_ONLY,
  /** The target was started anew after the load; what it had left undone is gone. */
  RESTARTED,
  /** The target has ended: its series stop, and the curve ends in a gap. */
  EXITED,
  /** A scrape that would have shown the end of the work was never made. */
  MISSED_SCRAPE,
  /** The counter started again at zero while the target did not. */
  COUNTER_RESET,
  /** Work went on after the load, and nothing tells why. */
  UNKNOWN
}
