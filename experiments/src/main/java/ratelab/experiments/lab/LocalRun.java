package ratelab.experiments.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import ratelab.experiments.forecast.CpuLimit;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.Forecaster;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.lab.DrainWatch.Drained;
import ratelab.experiments.recording.Disturbed;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.scenario.Disturbance.Anchor;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeClock;

/** Plays a scenario's phases on a stage that is set. */
final class LocalRun {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SLACK = 2;

  private final Stage stage;
  private final Setup setup;
  private final Scenario scenario;
  private final RunEnd runEnd;
  private final ScrapeClock clock;
  private final RunWatch watch;
  private final LabListener listener;
  private final Optional<Disturber> disturber;
  private final OpenRequests requests;
  private final TargetRate rate;
  private final List<Forecast> forecasts = new ArrayList<>();

  LocalRun(
      Stage stage,
      Setup setup,
      Scenario scenario,
      RunEnd runEnd,
      RunWatch watch,
      LabListener listener,
      Optional<Disturber> disturber) {
    this.stage = stage;
    this.setup = setup;
    this.scenario = scenario;
    this.runEnd = runEnd;
    this.clock = setup.clock();
    this.watch = watch;
    this.listener = listener;
    this.disturber = disturber;
    this.requests =
        new OpenRequests(
            new HandledSoFar(stage.target().handlerLog()), setup.run(), scenario.load());
    this.rate = new TargetRate(stage.scraping().store());
  }

  /**
   * Plays all phases.
   *
   * @throws LabException if the run cannot go on
   */
  RunOutcome play() {
    watch.needs(stage.target().process());
    watch.needs(stage.exporter());
    disturber.ifPresent(some -> watch.meanwhile(some::doWhatIsDue));
    stage.prometheus().ifPresent(server -> watch.needs(server.process()));
    watch.showCores(now -> rate.mean(runEnd.shortestVisible(), now));
    Calibration calibration =
        new Calibration(
            stage.target().url(), serviceTime().multipliedBy(SLACK).plus(PATIENCE), watch);
    settle(calibration);
    long idleStart = mark();
    idle(idleStart);
    long calibrationStart = mark();
    List<Duration> serviceTimes = calibrate(calibration, calibrationStart);
    Forecaster forecaster = new Forecaster(scenario, serviceTimes);
    LoadReport load = load(forecast(forecaster.beforeLoad(mark(), clock.nowMillis())));
    Forecast atLoadEnd = forecast(forecaster.atLoadEnd(mark(), load.counts(), requests.periods()));
    watchReturn(drain(load, atLoadEnd));
    meanServiceTime()
        .ifPresent(mean -> forecast(forecaster.afterwards(clock.nowMillis(), load.counts(), mean)));
    Marks marks =
        new Marks(
            idleStart,
            calibrationStart,
            load.startMillis(),
            load.stopMillis(),
            load.endMillis(),
            mark());
    return new RunOutcome(
        runEnd.seen(), marks, serviceTimes, forecasts, load, disturbed(), compare(idleStart));
  }

  private void settle(Calibration calibration) {
    Settling settling = new Settling(rate, scenario.scrapeInterval(), clock);
    Duration warmUp = serviceTime().multipliedBy(Calibration.WARM_UP_REQUESTS);
    watch.enter(LabPhase.SETTLING, clock.nowMillis() + warmUp.plus(settling.bound()).toMillis());
    calibration.warmUp();
    settling.await(watch).ifPresent(listener::note);
  }

  private void idle(long startMillis) {
    long end = startMillis + scenario.idle().toMillis();
    watch.enter(LabPhase.IDLE, end);
    watch.untilMillis(end);
  }

  private List<Duration> calibrate(Calibration calibration, long startMillis) {
    Duration length = serviceTime().multipliedBy(Calibration.REQUESTS);
    watch.enter(LabPhase.CALIBRATION, startMillis + length.toMillis());
    List<Duration> answered = calibration.measure();
    List<Duration> worked =
        CpuLimit.of(scenario.target()).map(this::underLimit).orElseGet(requests::calibration);
    // The answer's way through a cold client is no part of what keeps the server busy.
    return worked.size() == answered.size() ? worked : answered;
  }

  /**
   * A request after an idle moment finds a whole share, and ends within one: it is too short by up
   * to two periods for one in a row of many, which takes what its CPU time does under the limit,
   * and that of its answer.
   */
  private List<Duration> underLimit(CpuLimit limit) {
    return requests.calibrationCpu().stream().map(limit::timeFor).toList();
  }

  /** As the scenario says it; what it is, the calibration measures. */
  private Duration serviceTime() {
    return scenario.target().statedServiceTime();
  }

  private LoadReport load(Forecast expected) {
    watch.expectRunEnd(runEnd.millis(expected.lastWorkMillis()));
    watch.showToWorkOff(requests::count);
    watch.enter(LabPhase.LOAD, expected.loadEndMillis());
    Duration length = Duration.ofMillis(expected.loadEndMillis() - expected.madeAtMillis());
    disturber.ifPresent(some -> some.reached(Anchor.LOAD_START));
    try (Stage.RunningLoad load = stage.start(scenario.load())) {
      awaitEnd(load.process(), length.multipliedBy(SLACK).plus(PATIENCE));
      // Before its results are fetched, which takes a while from a container: the next scrape may
      // be near.
      disturber.ifPresent(some -> some.reached(Anchor.LOAD_END));
      load.collect();
      LoadReport report = LoadReport.read(setup.run().loadJson());
      requests.allSent(report.result().sent());
      return report;
    }
  }

  private void awaitEnd(Member process, Duration atMost) {
    int status =
        watch.until(
            "the end of the load",
            atMost,
            () ->
                process.exitStatus().isPresent()
                    ? new Seen<>(process.exitStatus().getAsInt())
                    : new NotYet<>(process.lastWords()));
    if (status != 0) {
      throw new LabException(
          "the load generator ended with status " + status + "; " + process.lastWords());
    }
  }

  private List<Disturbed> disturbed() {
    return disturber.map(Disturber::done).orElse(List.of());
  }

  /** A target that has ended works nothing off; one that has started anew has to come to rest. */
  private long drain(LoadReport load, Forecast expected) {
    if (disturber.filter(Disturber::hasChangedTarget).isPresent()) {
      watch.enter(LabPhase.DRAIN);
      new Settling(rate, scenario.scrapeInterval(), clock).await(watch);
      return clock.nowMillis();
    }
    watch.expectRunEnd(runEnd.millis(expected.lastWorkMillis()));
    watch.enter(LabPhase.DRAIN, expected.lastWorkMillis());
    Drained drained =
        new DrainWatch(requests, load, expected.serviceTime(), scenario.scrapeInterval(), clock)
            .await(watch, expected.drain());
    drained.note().ifPresent(listener::note);
    return drained.lastWorkMillis();
  }

  private void watchReturn(long lastWorkMillis) {
    OptionalLong disturbed = disturber.map(Disturber::endMillis).orElse(OptionalLong.empty());
    long end = runEnd.millis(Math.max(lastWorkMillis, disturbed.orElse(0)));
    watch.expectRunEnd(end);
    watch.enter(LabPhase.RETURN, end);
    watch.untilMillis(end);
  }

  private Optional<OracleResult> compare(long fromMillis) {
    return stage
        .prometheus()
        .map(
            server ->
                new Oracle(server, ExporterConfig.TARGET, scenario.scrapeInterval(), setup.run())
                    .compare(runEnd.seen().windows(), fromMillis, clock.nowMillis()));
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

  /**
   * As the target worked on the load's requests; empty if none ever reached it. Under a limit what
   * comes between two of them is part of it.
   */
  private Optional<Duration> meanServiceTime() {
    OptionalDouble millis =
        CpuLimit.of(scenario.target()).isPresent()
            ? requests.periods().stream().mapToDouble(d -> d.toNanos() / 1e6).average()
            : requests.workedOff().stream()
                .mapToDouble(request -> request.endMillis() - request.startMillis())
                .average();
    return millis.stream().mapToObj(mean -> Duration.ofNanos(Math.round(mean * 1e6))).findFirst();
  }
}
