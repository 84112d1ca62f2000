package ratelab.experiments.report.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Requests;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.wording.Wording;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.Scenario;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page's scripts know of a run: its raw samples, exactly, and everything else that a curve
 * is drawn with. Instants are milliseconds since the epoch, lengths actual milliseconds.
 */
public final class BenchData {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private BenchData() {}

  /**
   * The whole.
   *
   * @param name the run's id, from which saved files have their names
   * @param zero second 0 of every chart: the load's start
   * @param tickMillis resolution of the tick counter
   * @param nominalScrapeMillis the scrape interval as the scenario names it
   * @param windowMillis the scenario's windows, shortest first
   * @param nominalWindowMillis the same windows as the scenario names them
   * @param lastWork from the handler log; null where there is none
   * @param lastWorkEvidence what tells the last work
   * @param drain what went on after the load, in words
   * @param readings the independent CPU measure, in seconds; without any where there is none
   * @param counters by {@code nanoseconds} and {@code ticks}; absent where there is no such counter
   */
  private record Run(
      String name,
      double speed,
      Dialect dialect,
      long zero,
      long scrapeMillis,
      long nominalScrapeMillis,
      double tickMillis,
      List<Long> windowMillis,
      List<Long> nominalWindowMillis,
      Instants marks,
      @Nullable Work lastWork,
      String lastWorkEvidence,
      String drain,
      List<Expected> forecasts,
      Samples readings,
      Map<String, List<Samples>> counters) {}

  private record Instants(
      long idleStart, long calibrationStart, long loadStart, long loadEnd, long end) {
    static Instants of(Marks marks) {
      return new Instants(
          marks.idleStartMillis(),
          marks.calibrationStartMillis(),
          marks.loadStartMillis(),
          marks.loadEndMillis(),
          marks.endMillis());
    }
  }

  private record Work(long start, long end) {}

  /**
   * A forecast of the last work.
   *
   * @param early by how much the return may come before the last work's delay
   * @param late by how much it may come after it
   */
  private record Expected(String stage, String label, long lastWork, long early, long late) {}

  /** A series without stale markers: its first instant, the distances from there on, its values. */
  private record Samples(long first, List<Long> gaps, List<Double> values) {
    static Samples of(Series series) {
      return of(series.samples().stream().filter(s -> !s.isStale()).toList());
    }

    static Samples of(List<Sample> kept) {
      List<Long> gaps = new ArrayList<>();
      long before = kept.isEmpty() ? 0 : kept.getFirst().timestampMillis();
      for (Sample sample : kept) {
        gaps.add(sample.timestampMillis() - before);
        before = sample.timestampMillis();
      }
      return new Samples(
          kept.isEmpty() ? 0 : kept.getFirst().timestampMillis(),
          gaps,
          kept.stream().map(Sample::value).toList());
    }
  }

  /** Whether there is anything to evaluate. */
  public static boolean isIn(Recording recording) {
    return counters(recording).values().stream()
        .flatMap(List::stream)
        .anyMatch(s -> s.values().size() > 1);
  }

  /** A JSON object, safe inside a {@code script} element. */
  public static String json(Analysis analysis, Recording recording) {
    Scenario scenario = recording.scenario();
    List<Duration> windows = scenario.windows().stream().sorted().toList();
    Run run =
        new Run(
            recording.info().id(),
            scenario.speed(),
            recording.info().dialect(),
            recording.marks().loadStartMillis(),
            scenario.scrapeInterval().toMillis(),
            scenario.nominal(scenario.scrapeInterval()).toMillis(),
            1000.0 / recording.info().clockTicksPerSecond(),
            windows.stream().map(Duration::toMillis).toList(),
            windows.stream().map(w -> scenario.nominal(w).toMillis()).toList(),
            Instants.of(recording.marks()),
            lastWork(recording, analysis.lastWorkMillis()),
            analysis.lastWorkEvidence(),
            Wording.drain(analysis.cause()),
            recording.forecasts().stream()
                .filter(f -> f.stage() != ForecastStage.AFTERWARDS)
                .map(BenchData::expected)
                .toList(),
            Samples.of(readings(recording)),
            counters(recording));
    return MAPPER.writeValueAsString(run).replace("<", "\\u003c");
  }

  private static List<Sample> readings(Recording recording) {
    return recording.cpuReadings().stream()
        .map(r -> new Sample(r.timestampMillis(), r.cpuNanos() / 1e9))
        .toList();
  }

  private static @Nullable Work lastWork(Recording recording, OptionalLong end) {
    return Requests.ofTheLoad(recording).stream()
        .max(Comparator.comparingDouble(HandledRequest::endMillis))
        .map(
            last ->
                new Work(Math.round(last.startMillis()), end.orElse(Math.round(last.endMillis()))))
        .orElse(null);
  }

  private static Expected expected(Forecast forecast) {
    return new Expected(
        forecast.stage().name(),
        "forecast " + forecast.stage().label(),
        forecast.lastWorkMillis(),
        forecast.tolerance().plus(forecast.serviceTime()).toMillis(),
        forecast.tolerance().toMillis());
  }

  /** The names of the counters that were recorded, the finest first. */
  static List<String> counterNames(Recording recording) {
    return List.copyOf(counters(recording).keySet());
  }

  private static Map<String, List<Samples>> counters(Recording recording) {
    Map<String, List<Samples>> counters = new LinkedHashMap<>();
    for (CpuCounter counter : CpuCounter.values()) {
      List<Samples> series =
          recording.series().stream()
              .filter(s -> s.id().metric().equals(counter.metric()))
              .filter(s -> s.id().label("groupname").equals(recording.info().targetGroup()))
              // A server sums in the order of labels.
              .sorted(Comparator.comparing(Series::id))
              .map(Samples::of)
              .toList();
      if (!series.isEmpty()) {
        counters.put(Wording.constant(counter), series);
      }
    }
    return counters;
  }
}
