package ratelab.experiments.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import ratelab.experiments.forecast.Backlog;
import ratelab.experiments.forecast.BacklogInput;
import ratelab.experiments.forecast.BacklogRun;
import ratelab.experiments.forecast.CpuLimit;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.Forecaster;
import ratelab.experiments.forecast.LoadCounts;
import ratelab.experiments.forecast.WorkLeft;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.recording.Attempt;
import ratelab.experiments.recording.DeclinedRequest;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Outcome;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunInfo;
import ratelab.experiments.scenario.Disturbance;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Target;

/**
 * Plays scenarios in virtual time: the queue model for the requests, a counter that each request
 * feeds for the CPU, scrapes with phase and jitter. Deterministic, and done in milliseconds.
 */
public final class SimulatedLab implements Lab {
  private static final long EPOCH_MILLIS = 1_800_000_000_000L;
  private static final int CALIBRATION_REQUESTS = 3;

  /** HTTP statuses. */
  private static final int OK = 200;

  private static final int UNAVAILABLE = 503;

  private final SimulatedWorld world;

  /** A lab in the given world. */
  public SimulatedLab(SimulatedWorld world) {
    this.world = world;
  }

  @Override
  public Recording record(Scenario scenario, LabListener listener) {
    Scenario truth = world.truth().apply(scenario);
    Duration serviceTime = world.serviceTime(truth.target());
    // The calibration measures what is; what the scenario says of the sleep has no say in it.
    List<Duration> calibration = Collections.nCopies(CALIBRATION_REQUESTS, serviceTime);
    BacklogRun run = WorkLeft.of(truth, Backlog.play(BacklogInput.of(truth, serviceTime)));
    Marks marks = marks(scenario, truth, calibration, run);
    long loadStart = marks.loadStartMillis();
    SimulatedTimes times = new SimulatedTimes(truth, marks);
    var random = new Random(world.seed());
    var cpu =
        new SimulatedCpu(
            world.cpuTime(truth.target()),
            CpuLimit.of(truth.target()),
            world.idleCores(),
            loadStart,
            run.works(),
            restarts(times),
            random);
    List<Forecast> forecasts =
        forecasts(new Forecaster(scenario, calibration), run, marks, serviceTime);
    forecasts.forEach(listener::forecast);
    var exporter =
        new SimulatedExporter(
            cpu, new SimulatedChildren(truth.target(), loadStart, run.works()), times);
    var scrapes = new SimulatedScrapes(exporter, scenario.scrapeInterval(), marks, random);
    return Recording.of(scenario, info(), marks, result(run))
        .calibration(calibration)
        .forecasts(forecasts)
        .series(scrapes.series())
        .scrapeFailures(scrapes.failures())
        .attempts(attempts(run, loadStart))
        .handled(handled(run, loadStart, truth.target()))
        .cpuReadings(scrapes.readings())
        .declined(declined(run, loadStart))
        .disturbed(exporter.disturbed())
        .build();
  }

  private static List<Long> restarts(SimulatedTimes times) {
    return times.scenario().disturbances().stream()
        .filter(d -> d.act() == Disturbance.Act.RESTART_TARGET)
        .map(times::startMillis)
        .toList();
  }

  private static Marks marks(
      Scenario scenario, Scenario truth, List<Duration> calibration, BacklogRun run) {
    long calibrationStart = EPOCH_MILLIS + scenario.idle().toMillis();
    Duration calibrating = calibration.stream().reduce(Duration.ZERO, Duration::plus);
    long loadStart = calibrationStart + calibrating.toMillis();
    long loadEnd = loadStart + millis(run.loadEndNanos());
    long lastWork =
        Math.max(loadStart + millis(run.lastWorkNanos().orElse(0)), loadEnd + disturbing(scenario));
    return new Marks(
        EPOCH_MILLIS,
        calibrationStart,
        loadStart,
        loadStart + truth.load().duration().toMillis(),
        loadEnd,
        lastWork + afterwards(scenario).toMillis());
  }

  /** How long after the load something is still done to the run, milliseconds. */
  private static long disturbing(Scenario scenario) {
    long start = SimulatedTimes.TARGET_START.toMillis();
    return scenario.disturbances().stream()
        .mapToLong(
            d ->
                d.after().toMillis()
                    + (d.act() == Disturbance.Act.RESTART_TARGET ? start : 0)
                    + scenario.scrapeInterval().toMillis() * d.count())
        .max()
        .orElse(0);
  }

  /** Long enough for the longest window to return and to stay for a whole window. */
  private static Duration afterwards(Scenario scenario) {
    Duration twoScrapes = scenario.scrapeInterval().multipliedBy(2);
    Duration longest = Collections.max(scenario.windows());
    Duration full = longest.compareTo(twoScrapes) > 0 ? longest : twoScrapes;
    return full.multipliedBy(2).plus(scenario.scrapeInterval());
  }

  private static List<Forecast> forecasts(
      Forecaster forecaster, BacklogRun run, Marks marks, Duration serviceTime) {
    LoadCounts counts =
        new LoadCounts(
            run.attempts().size(),
            run.answered(),
            run.attempts().size() - run.answered(),
            marks.loadStartMillis(),
            marks.loadStopMillis(),
            marks.loadEndMillis());
    return List.of(
        forecaster.beforeLoad(marks.loadStartMillis(), marks.loadStartMillis()),
        forecaster.atLoadEnd(marks.loadEndMillis(), counts, List.of()),
        forecaster.afterwards(marks.endMillis(), counts, serviceTime));
  }

  private static RunInfo info() {
    return new RunInfo(
        "simulated",
        "simulated",
        "target",
        Map.of("java", Runtime.version().toString()),
        1,
        SimulatedScrapes.TICKS_PER_SECOND,
        Dialect.V3);
  }

  private static LoadResult result(BacklogRun run) {
    return new LoadResult(
        run.attempts().size(), run.answered(), run.attempts().size() - run.answered(), 0, 0);
  }

  private static List<Attempt> attempts(BacklogRun run, long loadStartMillis) {
    Set<Long> turnedAway =
        run.declined().stream()
            .filter(one -> one.reason() == BacklogRun.Declined.Reason.QUEUE_FULL)
            .map(BacklogRun.Declined::id)
            .collect(Collectors.toSet());
    List<Attempt> attempts = new ArrayList<>();
    for (BacklogRun.Attempt a : run.attempts()) {
      attempts.add(
          new Attempt(
              Long.toString(a.id()),
              OptionalInt.empty(),
              loadStartMillis + a.sentNanos() / 1e6,
              OptionalDouble.of(loadStartMillis + a.endNanos() / 1e6),
              a.answered() ? Outcome.OK : Outcome.TIMEOUT,
              a.answered()
                  ? OptionalInt.of(turnedAway.contains(a.id()) ? UNAVAILABLE : OK)
                  : OptionalInt.empty()));
    }
    return attempts;
  }

  private static List<HandledRequest> handled(BacklogRun run, long loadStartMillis, Target target) {
    OptionalLong childCpu =
        target.children() == 0
            ? OptionalLong.empty()
            : OptionalLong.of(target.cpu().toNanos() * target.children());
    List<HandledRequest> handled = new ArrayList<>();
    for (BacklogRun.Work w : run.works()) {
      handled.add(
          new HandledRequest(
              Long.toString(w.id()),
              OptionalInt.empty(),
              loadStartMillis + w.startNanos() / 1e6,
              loadStartMillis + w.endNanos() / 1e6,
              OptionalLong.empty(),
              childCpu));
    }
    return handled;
  }

  private static List<DeclinedRequest> declined(BacklogRun run, long loadStartMillis) {
    return run.declined().stream()
        .map(
            one ->
                new DeclinedRequest(
                    Long.toString(one.id()),
                    loadStartMillis + one.atNanos() / 1e6,
                    switch (one.reason()) {
                      case QUEUE_FULL -> "queue";
                      case GONE -> "gone";
                      case TOO_LATE -> "deadline";
                    }))
        .toList();
  }

  private static long millis(long nanos) {
    return Math.round(nanos / 1e6);
  }
}
