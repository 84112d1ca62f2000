package ratelab.experiments.forecast;

import java.time.Duration;
import java.util.List;
import ratelab.experiments.rate.ReturnInterval;
import ratelab.experiments.scenario.Disturbance;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Target;
import ratelab.experiments.scenario.WindowWidth;

/** Makes the forecasts of a scenario; pure, the caller brings the time. */
public final class Forecaster {
  private final Scenario scenario;
  private final List<Duration> calibration;

  /**
   * A forecaster for one run.
   *
   * @param scenario as it is played (actual durations)
   * @param calibration measured service times; their median counts
   */
  public Forecaster(Scenario scenario, List<Duration> calibration) {
    if (calibration.isEmpty()) {
      throw new IllegalArgumentException("a forecast needs at least one measured service time");
    }
    this.scenario = scenario;
    this.calibration = calibration.stream().sorted().toList();
  }

  /** (i) From the scenario and the calibration alone, before the load starts. */
  public Forecast beforeLoad(long nowMillis, long loadStartMillis) {
    BacklogRun whole = Backlog.play(BacklogInput.of(scenario, serviceTime()));
    BacklogRun run = WorkLeft.of(scenario, whole);
    long sent = run.attempts().size();
    long loadEnd = loadStartMillis + millis(run.loadEndNanos());
    long lastWork = loadStartMillis + millis(run.lastWorkNanos().orElse(0));
    Duration tolerance =
        Tolerances.beforeLoad(Duration.ofMillis(Math.max(0, lastWork - loadEnd)), serviceTime());
    return forecast(
        ForecastStage.BEFORE_LOAD,
        nowMillis,
        serviceTime(),
        new LoadCounts(
            sent,
            run.answered(),
            sent - run.answered(),
            loadStartMillis,
            loadStartMillis + scenario.load().duration().toMillis(),
            loadEnd),
        lastWork,
        tolerance);
  }

  /**
   * (ii) From the load's counts at its end.
   *
   * @param periods from one request's end to the next one's, as one busy server has worked on them
   *     so far; they say better than the calibration how long a request takes under load
   */
  public Forecast atLoadEnd(long nowMillis, LoadCounts counts, List<Duration> periods) {
    boolean byPeriods =
        counts.timedOut() > 0
            && scenario.target().servers() == 1
            && periods.size() >= calibration.size();
    Duration serviceTime = byPeriods ? mean(periods) : serviceTime();
    Duration error =
        byPeriods
            ? CpuLimit.of(scenario.target())
                .map(limit -> limit.meanError(periods.size()))
                .orElseGet(() -> Tolerances.standardError(periods).multipliedBy(2))
            : Tolerances.calibrationError(calibration);
    return forecast(
        ForecastStage.LOAD_END,
        nowMillis,
        serviceTime,
        counts,
        lastWorkMillis(counts, serviceTime),
        Tolerances.atLoadEnd(
            scenario.scrapeInterval(), error, counts.sent(), drift(serviceTime, counts, periods)));
  }

  /** (ii) For a service whose way of working is not known, but was seen under this load. */
  public Forecast atLoadEnd(long nowMillis, LoadCounts counts, SeenWork seen) {
    // The requests under way are done in part; the calibration errs on each of the others.
    Duration error =
        Tolerances.calibrationError(calibration)
            .multipliedBy(seen.left())
            .dividedBy(seen.servers())
            .plus(serviceTime())
            .plus(seen.paceError());
    return forecast(
        ForecastStage.LOAD_END,
        nowMillis,
        serviceTime(),
        counts,
        counts.endMillis() + seen.drain().toMillis(),
        scenario.scrapeInterval().plus(error));
  }

  private Duration drift(Duration serviceTime, LoadCounts counts, List<Duration> periods) {
    Target target = scenario.target();
    Duration overhead = serviceTime.minus(target.statedServiceTime());
    boolean mayChange = target.work().sleeps() || CpuLimit.of(target).isPresent();
    return mayChange && overhead.isPositive()
        ? Tolerances.drift(overhead, counts.sent() - periods.size(), target.servers())
        : Duration.ZERO;
  }

  private static Duration mean(List<Duration> durations) {
    return durations.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(durations.size());
  }

  /**
   * (iii) The identity N x D - T afterwards, with the service time as it was during the run: a
   * check of consistency.
   */
  public Forecast afterwards(long nowMillis, LoadCounts counts, Duration meanServiceTime) {
    return forecast(
        ForecastStage.AFTERWARDS,
        nowMillis,
        meanServiceTime,
        counts,
        lastWorkMillis(counts, meanServiceTime),
        scenario.scrapeInterval());
  }

  /** The median of the calibration. */
  public Duration serviceTime() {
    return calibration.get(calibration.size() / 2);
  }

  /**
   * A server that is never idle ends N x D / servers after the first request. One that can work on
   * every request at once ends one service time after the last was sent.
   */
  private long lastWorkMillis(LoadCounts counts, Duration serviceTime) {
    Load load = scenario.load();
    int servers = scenario.target().servers();
    long most = counts.endMillis() + WorkLeft.most(scenario, serviceTime).toMillis();
    if (servers >= load.workers()) {
      long lastSent = counts.endMillis() - load.timeout().toMillis();
      long outlives = counts.timedOut() > 0 ? lastSent + serviceTime.toMillis() : 0;
      return Math.max(counts.endMillis(), Math.min(most, outlives));
    }
    double busyMillis = counts.sent() * (serviceTime.toNanos() / 1e6) / servers;
    long end = Math.min(most, counts.startMillis() + Math.round(busyMillis));
    return Math.max(counts.endMillis(), end);
  }

  private Forecast forecast(
      ForecastStage stage,
      long nowMillis,
      Duration serviceTime,
      LoadCounts counts,
      long lastWorkMillis,
      Duration tolerance) {
    return new Forecast(
        stage,
        nowMillis,
        serviceTime,
        counts.sent(),
        counts.answered(),
        counts.timedOut(),
        counts.endMillis(),
        lastWorkMillis,
        tolerance,
        scenario.windows().stream()
            .filter(this::showsAnything)
            .map(w -> windowReturn(w, lastWorkMillis, serviceTime, tolerance))
            .toList());
  }

  /** A curve that never is there does not come back either. */
  private boolean showsAnything(Duration window) {
    return WindowWidth.of(window, scenario.scrapeInterval()) != WindowWidth.SHOWS_NOTHING;
  }

  /** The last CPU may be counted from the last request's start on; hence its service time early. */
  private WindowReturn windowReturn(
      Duration window, long lastWorkMillis, Duration serviceTime, Duration tolerance) {
    ReturnInterval delay = ReturnInterval.of(window, scenario.scrapeInterval());
    return new WindowReturn(
        window,
        lastWorkMillis - tolerance.plus(serviceTime).toMillis() + delay.earliest().toMillis(),
        lastWorkMillis + tolerance.plus(skipped()).toMillis() + delay.latest().toMillis());
  }

  /** Scrapes that are left out at the load's end show the end of the work so much later. */
  private Duration skipped() {
    int scrapes =
        scenario.disturbances().stream()
            .filter(d -> d.act() == Disturbance.Act.SKIP_SCRAPES)
            .mapToInt(Disturbance::count)
            .sum();
    return scenario.scrapeInterval().multipliedBy(scrapes);
  }

  private static long millis(long nanos) {
    return Math.round(nanos / 1e6);
  }
}
