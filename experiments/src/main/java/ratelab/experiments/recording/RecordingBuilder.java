package ratelab.experiments.recording;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.rate.Series;
import ratelab.experiments.scenario.Scenario;

/**
 * Puts a recording together from the parts that a run left; a part that nobody gives is empty. Made
 * by {@link Recording#of} and, for a recording with some parts changed, {@link Recording#with}.
 */
public final class RecordingBuilder {
  private Scenario scenario;
  private RunInfo info;
  private Marks marks;
  private LoadResult load;
  private List<Duration> calibration = List.of();
  private List<Forecast> forecasts = List.of();
  private List<Series> series = List.of();
  private List<ScrapeFailure> scrapeFailures = List.of();
  private List<Attempt> attempts = List.of();
  private List<HandledRequest> handled = List.of();
  private List<CpuReading> cpuReadings = List.of();
  private Optional<OracleResult> oracle = Optional.empty();
  private List<DeclinedRequest> declined = List.of();
  private List<Disturbed> disturbed = List.of();
  private Optional<List<Abandoned>> abandoned = Optional.empty();

  RecordingBuilder(Scenario scenario, RunInfo info, Marks marks, LoadResult load) {
    this.scenario = scenario;
    this.info = info;
    this.marks = marks;
    this.load = load;
  }

  public RecordingBuilder scenario(Scenario played) {
    scenario = played;
    return this;
  }

  public RecordingBuilder info(RunInfo whereAndWith) {
    info = whereAndWith;
    return this;
  }

  public RecordingBuilder marks(Marks instants) {
    marks = instants;
    return this;
  }

  public RecordingBuilder load(LoadResult counts) {
    load = counts;
    return this;
  }

  public RecordingBuilder calibration(List<Duration> serviceTimes) {
    calibration = serviceTimes;
    return this;
  }

  public RecordingBuilder forecasts(List<Forecast> made) {
    forecasts = made;
    return this;
  }

  public RecordingBuilder series(List<Series> scraped) {
    series = scraped;
    return this;
  }

  public RecordingBuilder scrapeFailures(List<ScrapeFailure> failures) {
    scrapeFailures = failures;
    return this;
  }

  public RecordingBuilder attempts(List<Attempt> requests) {
    attempts = requests;
    return this;
  }

  public RecordingBuilder handled(List<HandledRequest> requests) {
    handled = requests;
    return this;
  }

  public RecordingBuilder cpuReadings(List<CpuReading> readings) {
    cpuReadings = readings;
    return this;
  }

  public RecordingBuilder oracle(Optional<OracleResult> answers) {
    oracle = answers;
    return this;
  }

  public RecordingBuilder declined(List<DeclinedRequest> requests) {
    declined = requests;
    return this;
  }

  public RecordingBuilder disturbed(List<Disturbed> done) {
    disturbed = done;
    return this;
  }

  /** Connections left open; empty where nobody looked for any. */
  public RecordingBuilder abandoned(Optional<List<Abandoned>> connections) {
    abandoned = connections;
    return this;
  }

  /** The recording of these parts. */
  public Recording build() {
    return new Recording(
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
        abandoned);
  }
}
