package ratelab.experiments.analysis;

/** A verdict's outcome. No data is never a pass. */
public enum Status {
  PASS,
  FAIL,
  INCONCLUSIVE
}
