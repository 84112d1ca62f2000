package ratelab.experiments.scenario;

/** When a forecast is made, and so what it may know. */
public enum ForecastStage {
  /** (i) From the scenario and the calibration, before the load. */
  BEFORE_LOAD,
  /** (ii) At the end of the load, from its counts. */
  LOAD_END,
  /** (iii) Afterwards: the identity N x D - T, a check of consistency and no prediction. */
  AFTERWARDS
}
