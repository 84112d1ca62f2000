package ratelab.exporter.differential;

/** A moment at which both exporters are read, after something has happened in the zoo. */
enum Act {
  /** All that was there when the exporters started, at rest. */
  ARRIVAL,
  /** Those that were there have worked, and others were born. */
  WORK,
  /** Threads and processes have ended, and a pid is used again. */
  ENDINGS,
  /** A thread has come back under the name of one that ended. */
  RETURN,
  /** Processes are born and die while the exporters read. */
  CHURN
}
