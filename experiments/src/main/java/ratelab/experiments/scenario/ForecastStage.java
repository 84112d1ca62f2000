package ratelab.experiments.scenario;

/** When a forecast is made, and so what it may know. */
public enum ForecastStage {
  /** (i) From the scenario and the calibration, before the load. */
  BEFORE_LOAD("before the load"),
  /** (ii) At the end of the load, from its counts. */
  LOAD_END("at the load's end"),
  /** (iii) Afterwards: the identity N x D - T, a check of consistency and no prediction. */
  AFTERWARDS("afterwards");

  private final String label;

  ForecastStage(String label) {
    this.label = label;
  }

  /** When, in words. */
  public String label() {
    return label;
  }
}
