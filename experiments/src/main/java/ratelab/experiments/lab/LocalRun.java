package ratelab.experiments.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.Forecaster;
import ratelab.experiments.lab.DrainWatch.Drained;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeClock;

/** Plays a scenario's phases on a stage that is set. */
final class LocalRun {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SLACK = 2;

  private final Stage stage;
  private final Scenario scenario;
  private final RunDirectory run;
  private final RunEnd runEnd;
  private final ScrapeClock clock;
  private final RunWatch watch;
  private final LabListener listener;
  private final OpenRequests requests;
  private final TargetRate rate;
  private final List<Forecast> forecasts = new ArrayList<>();

  LocalRun(
      Stage stage,
      Scenario scenario,
      RunDirectory run,
      RunEnd runEnd,
      ScrapeClock clock,
      RunWatch watch,
      LabListener listener) {
    this.stage = stage;
    this.scenario = scenario;
    this.run = run;
    this.runEnd = runEnd;
    this.clock = clock;
    this.watch = watch;
    this.listener = listener;
    this.requests =
        new OpenRequests(new HandledSoFar(stage.target().handlerLog()), run, scenario.load());
    this.rate = new TargetRate(stage.scraping().store());
  }

  /**
   * Plays all phases.
   *
   * @param apps has the load generator
   * @throws LabException if the run cannot go on
   */
  RunOutcome play(Apps apps) {
    watch.needs(stage.target().process());
    watch.needs(stage.exporter().process());
    watch.showCores(now -> rate.mean(runEnd.shortestVisible(), now));
    settle();
    long idleStart = mark();
    idle(idleStart);
    long calibrationStart = mark();
    List<Duration> calibration = calibrate(calibrationStart);
    Forecaster forecaster = new Forecaster(scenario, calibration);
    LoadReport load = load(apps, forecast(forecaster.beforeLoad(mark(), clock.nowMillis())));
    Forecast atLoadEnd = forecast(forecaster.atLoadEnd(mark(), load.counts()));
    long lastWork = drain(load, atLoadEnd);
    watchReturn(lastWork);
    forecast(forecaster.afterwards(clock.nowMillis(), load.counts(), meanServiceTime()));
    Marks marks =
        new Marks(
            idleStart,
            calibrationStart,
            load.startMillis(),
            load.stopMillis(),
            load.endMillis(),
            mark());
    return new RunOutcome(runEnd.seen(), marks, calibration, forecasts, load);
  }

  private void settle() {
    Settling settling = new Settling(rate, scenario.scrapeInterval(), clock);
    watch.enter(LabPhase.SETTLING, clock.nowMillis() + settling.bound().toMillis());
    settling.await(watch).ifPresent(listener::note);
  }

  private void idle(long startMillis) {
    long end = startMillis + scenario.idle().toMillis();
    watch.enter(LabPhase.IDLE, end);
    watch.untilMillis(end);
  }

  private List<Duration> calibrate(long startMillis) {
    Duration expected = scenario.target().sleep().plus(scenario.target().cpu());
    watch.enter(
        LabPhase.CALIBRATION, startMillis + expected.multipliedBy(Calibration.REQUESTS).toMillis());
    Duration timeout = expected.multipliedBy(SLACK).plus(PATIENCE);
    return new Calibration(stage.target().url(), timeout, watch).measure();
  }

  private LoadReport load(Apps apps, Forecast expected) {
    watch.expectRunEnd(runEnd.millis(expected.lastWorkMillis()));
    watch.showToWorkOff(requests::count);
    watch.enter(LabPhase.LOAD, expected.loadEndMillis());
    Duration length = Duration.ofMillis(expected.loadEndMillis() - expected.madeAtMillis());
    try (LoadProcess load =
        LoadProcess.start(stage.guardian(), apps, scenario.load(), stage.target().url(), run)) {
      LoadReport report = load.awaitEnd(watch, length.multipliedBy(SLACK).plus(PATIENCE));
      requests.allSent(report.result().sent());
      return report;
    }
  }

  private long drain(LoadReport load, Forecast expected) {
    watch.expectRunEnd(runEnd.millis(expected.lastWorkMillis()));
    watch.enter(LabPhase.DRAIN, expected.lastWorkMillis());
    Drained drained =
        new DrainWatch(requests, load, expected.serviceTime(), scenario.scrapeInterval(), clock)
            .await(watch, expected.drain());
    drained.note().ifPresent(listener::note);
    return drained.lastWorkMillis();
  }

  private void watchReturn(long lastWorkMillis) {
    long end = runEnd.millis(lastWorkMillis);
    watch.expectRunEnd(end);
    watch.enter(LabPhase.RETURN, end);
    watch.untilMillis(end);
  }

  /** Now, with a reading of the independent CPU measure. */
  private long mark() {
    long now = clock.nowMillis();
    stage.scraping().cpu().read(now);
    return now;
  }

  private Forecast forecast(Forecast forecast) {
    forecasts.add(forecast);
    listener.forecast(forecast);
    return forecast;
  }

  private Duration meanServiceTime() {
    double millis =
        requests.workedOff().stream()
            .mapToDouble(request -> request.endMillis() - request.startMillis())
            .average()
            .orElse(0);
    return Duration.ofNanos(Math.round(millis * 1e6));
  }
}
