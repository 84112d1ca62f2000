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
import ratelab.experiments.scenario.NotForecast;
import ratelab.experiments.scenario.Scenario;

/**
 * The forecasts of a user's service. There is one before the load only if the scenario says how
 * many requests the service works on at once, and the load is the lab's own.
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
   * Makes and tells the one before the load; empty where too little is known for it.
   *
   * @param nowMillis when the load is about to start
   */
  Optional<Forecast> beforeLoad(long nowMillis) {
    // Without a calibration there is none at the load's end either, and that one is told.
    if (NotForecast.beforeLoad(scenario.target(), scenario.load()).isPresent()
        || calibration.isEmpty()) {
      return Optional.empty();
    }
    Forecast forecast = new Forecaster(scenario, calibration).beforeLoad(nowMillis, nowMillis);
    listener.forecast(forecast);
    return Optional.of(forecast);
  }

  /**
   * Makes and tells the one at the load's end; empty, and the reason told, where it cannot be made.
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
