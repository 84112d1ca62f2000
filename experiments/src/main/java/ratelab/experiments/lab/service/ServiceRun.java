package ratelab.experiments.lab.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.lab.Calibration;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.LabPhase;
import ratelab.experiments.lab.LoadReport;
import ratelab.experiments.lab.Member;
import ratelab.experiments.lab.Oracle;
import ratelab.experiments.lab.RunEnd;
import ratelab.experiments.lab.RunWatch;
import ratelab.experiments.lab.Settling;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.lab.TargetRate;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeClock;

/**
 * Plays a scenario's phases on a user's service. How the service works on several requests only the
 * load shows, unless the scenario says it.
 */
final class ServiceRun {
  private static final Duration ONE_REQUEST = Duration.ofSeconds(60);
  private static final Duration LONGEST_DRAIN = Duration.ofHours(6);

  private final ServiceStage stage;
  private final Setup setup;
  private final Scenario scenario;
  private final RunEnd runEnd;
  private final RunWatch watch;
  private final LabListener listener;
  private final ScrapeClock clock;
  private final TargetRate rate;

  ServiceRun(
      ServiceStage stage,
      Setup setup,
      Scenario scenario,
      RunEnd runEnd,
      RunWatch watch,
      LabListener listener) {
    this.stage = stage;
    this.setup = setup;
    this.scenario = scenario;
    this.runEnd = runEnd;
    this.watch = watch;
    this.listener = listener;
    this.clock = setup.clock();
    this.rate = new TargetRate(stage.feed().store());
  }

  /**
   * What was played.
   *
   * @param marks its instants
   * @param calibration service times; none if the service did not answer with 200
   * @param forecasts in the order they were made; those that need what is unknown are not
   * @param load the load's own report
   * @param oracle a real Prometheus' answers, if one took part
   */
  record Played(
      Marks marks,
      List<Duration> calibration,
      List<Forecast> forecasts,
      LoadReport load,
      Optional<OracleResult> oracle) {}

  /**
   * Plays all phases.
   *
   * @throws LabException if the run cannot go on
   */
  Played play() {
    stage.members().forEach(watch::needs);
    stage.prometheus().ifPresent(server -> watch.needs(server.process()));
    watch.showCores(now -> rate.mean(runEnd.shortestVisible(), now));
    settle();
    long idleStart = mark();
    watch.enter(LabPhase.IDLE, idleStart + scenario.idle().toMillis());
    watch.untilMillis(idleStart + scenario.idle().toMillis());
    long calibrationStart = mark();
    double idleCores = mean(calibrationStart - idleStart, calibrationStart);
    List<Duration> serviceTimes = calibrate();
    ServiceForecast forecaster = new ServiceForecast(scenario, serviceTimes, listener);
    Optional<Forecast> before = forecaster.beforeLoad(mark());
    before.ifPresent(made -> watch.expectRunEnd(runEnd.millis(made.lastWorkMillis())));
    LoadReport report = load();
    mark();
    double loadCores = mean(report.endMillis() - report.startMillis(), report.endMillis());
    Optional<Forecast> atEnd = atLoadEnd(forecaster, report);
    long lastWork = drain(report, idleCores, loadCores);
    long end = runEnd.millis(lastWork);
    watch.expectRunEnd(end);
    watch.enter(LabPhase.RETURN, end);
    watch.untilMillis(end);
    Marks marks =
        new Marks(
            idleStart,
            calibrationStart,
            report.startMillis(),
            report.stopMillis(),
            report.endMillis(),
            mark());
    return new Played(
        marks,
        serviceTimes,
        Stream.of(before, atEnd).flatMap(Optional::stream).toList(),
        report,
        compare(idleStart));
  }

  private void settle() {
    Settling settling = new Settling(rate, scenario.scrapeInterval(), clock);
    watch.enter(LabPhase.SETTLING, clock.nowMillis() + settling.bound().toMillis());
    settling.await(watch).ifPresent(listener::note);
  }

  private List<Duration> calibrate() {
    watch.enter(LabPhase.CALIBRATION);
    try {
      return new Calibration(stage.url(), ONE_REQUEST, watch).measure();
    } catch (LabException e) {
      stage.members().forEach(Member::ensureAlive);
      listener.note("The service time is not known: " + e.getMessage() + ".");
      return List.of();
    }
  }

  private LoadReport load() {
    Duration stated = scenario.load().duration();
    if (stated.isZero()) {
      watch.enter(LabPhase.LOAD);
    } else {
      watch.enter(LabPhase.LOAD, clock.nowMillis() + stated.toMillis());
    }
    return stage.load().run(scenario.load());
  }

  private Optional<Forecast> atLoadEnd(ServiceForecast forecaster, LoadReport report) {
    long now = stage.abandoned().map(AbandonedLooks::lookNow).orElseGet(clock::nowMillis);
    return forecaster.atLoadEnd(now, report, stage.abandoned().map(AbandonedLooks::all));
  }

  private long drain(LoadReport report, double idleCores, double loadCores) {
    watch.enter(LabPhase.DRAIN);
    QuietWatch quiet =
        new QuietWatch(
            rate,
            () -> stage.abandoned().filter(AbandonedLooks::anyOpen).isPresent(),
            scenario.scrapeInterval(),
            clock);
    return quiet.await(watch, report.endMillis(), idleCores, loadCores, LONGEST_DRAIN);
  }

  private Optional<OracleResult> compare(long fromMillis) {
    return stage
        .prometheus()
        .map(
            server ->
                new Oracle(server, stage.group(), scenario.scrapeInterval(), setup.run())
                    .compare(runEnd.seen().windows(), fromMillis, clock.nowMillis()));
  }

  private double mean(long lengthMillis, long endMillis) {
    OptionalDouble cores = rate.mean(Duration.ofMillis(Math.max(1, lengthMillis)), endMillis);
    return cores.orElse(0);
  }

  /** Now, with a reading of the independent CPU measure. */
  private long mark() {
    long now = clock.nowMillis();
    stage.feed().cpu().read(now);
    return now;
  }
}
