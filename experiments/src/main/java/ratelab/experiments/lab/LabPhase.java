package ratelab.experiments.lab;

/** The parts of a run, in their order. */
public enum LabPhase {
  /** Target, exporter and, where asked for, Prometheus are started. */
  STARTING("starting"),
  /** The target's start-up work ebbs away. */
  SETTLING("settling"),
  /** The idle target is watched: what a curve that is back looks like. */
  IDLE("idle baseline"),
  /** A few requests, one after the other, measure the service time. */
  CALIBRATION("calibration"),
  /** The load runs. */
  LOAD("load"),
  /** The load is over; the target works off what is left. */
  DRAIN("drain"),
  /** The work is over; the rate windows empty themselves. */
  RETURN("return"),
  /** Everything is stopped and collected. */
  STOPPING("stopping");

  private final String label;

  LabPhase(String label) {
    this.label = label;
  }

  /** The phase's name for people, in lower case. */
  public String label() {
    return label;
  }
}
