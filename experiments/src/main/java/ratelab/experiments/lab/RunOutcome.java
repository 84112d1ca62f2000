package ratelab.experiments.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.recording.Disturbed;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.scenario.Scenario;

/**
 * What a run decided and measured itself, beside what its processes wrote down.
 *
 * @param scenario as it was played, with the windows that were watched long enough
 * @param marks its instants
 * @param calibration service times
 * @param forecasts in the order they were made
 * @param load the load's own report
 * @param disturbed what was done to the run on purpose
 * @param oracle a real Prometheus' answers, if one took part
 */
record RunOutcome(
    Scenario scenario,
    Marks marks,
    List<Duration> calibration,
    List<Forecast> forecasts,
    LoadReport load,
    List<Disturbed> disturbed,
    Optional<OracleResult> oracle) {}
