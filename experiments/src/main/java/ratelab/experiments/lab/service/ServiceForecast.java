package ratelab.experiments.lab.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.Forecaster;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.LoadReport;
import ratelab.experiments.recording.Abandoned;
import ratelab.experiments.recording.SeenWorks;
import ratelab.experiments.scenario.Scenario;

/**
 * The forecast of a user's service at its load's end. None is made before the load: nobody knows
 * then how many requests the service works on at once.
 */
final class ServiceForecast {
  private static final String NONE = "There is no forecast of the drain: ";

  private final Scenario scenario;
  private final List<Duration> calibration;
  private final LabListener listener;

  ServiceForecast(Scenario scenario, List<Duration> calibration, LabListener listener) {
    this.scenario = scenario;
    this.calibration = calibration;
    this.listener = listener;
  }

  /**
   * Makes and tells it; empty, and the reason told, where it cannot be made.
   *
   * @param nowMillis when its connections were looked at last
   * @param abandoned those connections; empty where they cannot be looked at
   */
  Optional<Forecast> atLoadEnd(
      long nowMillis, LoadReport load, Optional<List<Abandoned>> abandoned) {
    Optional<String> missing = SeenWorks.missing(load.result(), calibration, abandoned);
    if (missing.isPresent()) {
      return none(missing.get());
    }
    Forecaster forecaster = new Forecaster(scenario, calibration);
    return SeenWorks.of(
            load.result(),
            SeenWorks.openAt(nowMillis, abandoned.orElseThrow()),
            Duration.ofMillis(load.endMillis() - load.startMillis()),
            forecaster.serviceTime())
        .map(
            seen -> {
              Forecast forecast = forecaster.atLoadEnd(nowMillis, load.counts(), seen);
              listener.forecast(forecast);
              listener.note(seen.assumption());
              return forecast;
            })
        .or(() -> none("the service was done with no request during the load"));
  }

  private Optional<Forecast> none(String reason) {
    listener.note(NONE + reason + ".");
    return Optional.empty();
  }
}
