package ratelab.experiments.scenario;

/** The counters of CPU time that a run can compare. */
public enum Counter {
  /** The exporter's, to the nanosecond. */
  NANOSECONDS,
  /** The exporter's, in ticks of usually 10 ms. */
  TICKS,
  /** That of the reference process exporter, if it is installed; in ticks. */
  REFERENCE
}
