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

  /** A recording of these and of no other part; give it the rest. */
  public static RecordingBuilder of(Scenario scenario, RunInfo info, Marks marks, LoadResult load) {
    return new RecordingBuilder(scenario, info, marks, load);
  }

  /** This recording, for changing some of its parts. */
  public RecordingBuilder with() {
    return of(scenario, info, marks, load)
        .calibration(calibration)
        .forecasts(forecasts)
        .series(series)
        .scrapeFailures(scrapeFailures)
        .attempts(attempts)
        .handled(handled)
        .cpuReadings(cpuReadings)
        .oracle(oracle)
        .declined(declined)
        .disturbed(disturbed)
        .abandoned(abandoned);
  }

  /** The forecast of a stage, if it was made. */
  public Optional<Forecast> forecast(ForecastStage stage) {
    return forecasts.stream().filter(f -> f.stage() == stage).findFirst();
  }
}
