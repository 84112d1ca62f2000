package ratelab.experiments.recording;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.rate.Series;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.Scenario;

/**
 * All that one run left behind; whatever comes after it is pure.
 *
 * @param scenario as it was played
 * @param info where and with what
 * @param marks its instants
 * @param calibration service times measured before the load
 * @param forecasts in the order they were made
 * @param series the lab's own scrapes
 * @param scrapeFailures scrapes that brought nothing
 * @param load the load's counts
 * @param attempts the load's requests; empty where the load kept no record
 * @param handled the target's handler log; empty where there is none
 * @param cpuReadings the independent CPU measure; empty where it could not be read
 * @param oracle a real Prometheus' answers, if one took part
 * @param declined requests that the target did not work on
 * @param disturbed what was done to the run on purpose
 * @param abandoned connections that their clients had closed and the target had not; empty where
 *     nobody looked for any
 */
public record Recording(
    Scenario scenario,
    RunInfo info,
    Marks marks,
    List<Duration> calibration,
    List<Forecast> forecasts,
    List<Series> series,
    List<ScrapeFailure> scrapeFailures,
    LoadResult load,
    List<Attempt> attempts,
    List<HandledRequest> handled,
    List<CpuReading> cpuReadings,
    Optional<OracleResult> oracle,
    List<DeclinedRequest> declined,
    List<Disturbed> disturbed,
    Optional<List<Abandoned>> abandoned) {
  public Recording {
    calibration = List.copyOf(calibration);
    forecasts = List.copyOf(forecasts);
    series = List.copyOf(series);
    scrapeFailures = List.copyOf(scrapeFailures);
    attempts = List.copyOf(attempts);
    handled = List.copyOf(handled);
    cpuReadings = List.copyOf(cpuReadings);
    declined = List.copyOf(declined);
    disturbed = List.copyOf(disturbed);
    abandoned = abandoned.map(List::copyOf);
  }

  /** A run in which nobody looked for abandoned connections. */
  public Recording(
      Scenario scenario,
      RunInfo info,
      Marks marks,
      List<Duration> calibration,
      List<Forecast> forecasts,
      List<Series> series,
      List<ScrapeFailure> scrapeFailures,
      LoadResult load,
      List<Attempt> attempts,
      List<HandledRequest> handled,
      List<CpuReading> cpuReadings,
      Optional<OracleResult> oracle,
      List<DeclinedRequest> declined,
      List<Disturbed> disturbed) {
    this(
        scenario,
        info,
        marks,
        calibration,
        forecasts,
        series,
        scrapeFailures,
        load,
        attempts,
        handled,
        cpuReadings,
        oracle,
        declined,
        disturbed,
        Optional.empty());
  }

  /** A run that nothing disturbed, of a target that worked on all requests. */
  public Recording(
      Scenario scenario,
      RunInfo info,
      Marks marks,
      List<Duration> calibration,
      List<Forecast> forecasts,
      List<Series> series,
      List<ScrapeFailure> scrapeFailures,
      LoadResult load,
      List<Attempt> attempts,
      List<HandledRequest> handled,
      List<CpuReading> cpuReadings,
      Optional<OracleResult> oracle) {
    this(
        scenario,
        info,
        marks,
        calibration,
        forecasts,
        series,
        scrapeFailures,
        load,
        attempts,
        handled,
        cpuReadings,
        oracle,
        List.of(),
        List.of());
  }

  /** The forecast of a stage, if it was made. */
  public Optional<Forecast> forecast(ForecastStage stage) {
    return forecasts.stream().filter(f -> f.stage() == stage).findFirst();
  }
}
