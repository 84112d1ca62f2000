package ratelab.experiments.scenario;

/** What a handler does for its service time. */
public enum Work {
  /** Starts a {@code sleep} process and waits for it, as the original did. */
  EXEC,
  /** Sleeps in the process itself. */
  SLEEP,
  /** Spends CPU time. */
  BURN,
  /** Starts processes that spend CPU time and end. */
  SPAWN;

  /** Whether a handler pauses; the others only compute. */
  public boolean sleeps() {
    return this == EXEC || this == SLEEP;
  }
}
