package ratelab.experiments.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.oracle.OracleComparison;
import ratelab.experiments.oracle.OracleException;
import ratelab.experiments.oracle.PrometheusClient;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.rate.Steps;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.recording.WindowCurve;

/** Holds the rate model against the real Prometheus of a run, on that server's own samples. */
public final class Oracle {
  private static final int STEPS_PER_SCRAPE = 15;

  /** A server refuses to answer with more than 11,000 points a series. */
  private static final int MOST_POINTS = 10_000;

  private static final int SCRAPES_TO_BE_SURE = 5;

  private final PrometheusServer prometheus;
  private final PrometheusClient server;
  private final String group;
  private final Duration interval;
  private final RunDirectory run;

  /**
   * @param group that holds the target
   * @param interval at which the server scrapes the exporter
   */
  public Oracle(PrometheusServer prometheus, String group, Duration interval, RunDirectory run) {
    this.prometheus = prometheus;
    this.server = prometheus.client();
    this.group = group;
    this.interval = interval;
    this.run = run;
  }

  /**
   * Asks the server for rate and increase of both counters over every window, from an instant to
   * its newest samples, and compares each answer with the model's.
   *
   * @param windows of the rates and increases
   * @param fromMillis the first evaluation, milliseconds since the epoch
   * @param nowMillis not before the server's newest sample
   * @throws LabException if the server does not answer
   */
  public OracleResult compare(List<Duration> windows, long fromMillis, long nowMillis) {
    try {
      String version = server.version();
      List<Series> samples = samples(fromMillis, nowMillis);
      Steps steps = steps(fromMillis, nowMillis);
      List<OracleComparison> comparisons = new ArrayList<>();
      for (RangeQuery query : queries(windows)) {
        comparisons.add(OracleComparison.ask(server, Dialect.ofVersion(version), query, steps));
      }
      return result(version, comparisons, samples);
    } catch (OracleException e) {
      // Its end, if that is the cause, says more.
      prometheus.process().ensureAlive();
      throw new LabException(
          "Prometheus cannot be compared with: " + e.getMessage() + "; see " + run.logs(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while asking Prometheus", e);
    }
  }

  private List<RangeQuery> queries(List<Duration> windows) {
    List<RangeQuery> queries = new ArrayList<>();
    for (Duration window : windows) {
      for (String metric : TargetRate.COUNTERS) {
        for (RangeFunction function : List.of(RangeFunction.RATE, RangeFunction.INCREASE)) {
          queries.add(new RangeQuery(metric, group, function, window));
        }
      }
    }
    return queries;
  }

  /** Up to just before the newest sample: later ones may be seen by one side only. */
  private Steps steps(long fromMillis, long nowMillis)
      throws OracleException, InterruptedException {
    long recentMillis = nowMillis - interval.multipliedBy(SCRAPES_TO_BE_SURE).toMillis();
    long newest =
        server.samples(selector(CpuCounter.TICKS.metric()), recentMillis, nowMillis).stream()
            .filter(series -> !series.samples().isEmpty())
            .mapToLong(series -> series.samples().getLast().timestampMillis())
            .min()
            .orElse(recentMillis);
    long spanMillis = Math.max(0, newest - fromMillis);
    Duration finest = Duration.ofMillis(spanMillis / MOST_POINTS + 1);
    Duration wanted = interval.dividedBy(STEPS_PER_SCRAPE);
    Duration step = wanted.compareTo(finest) > 0 ? wanted : finest;
    return new Steps(
        fromMillis,
        Math.max(fromMillis, newest - 1),
        Duration.ofMillis(Math.max(1, step.toMillis())));
  }

  private List<Series> samples(long fromMillis, long nowMillis)
      throws OracleException, InterruptedException {
    List<Series> samples = new ArrayList<>();
    for (String metric : TargetRate.COUNTERS) {
      samples.addAll(server.samples(selector(metric), fromMillis, nowMillis));
    }
    return samples;
  }

  private String selector(String metric) {
    return metric + "{groupname=" + SeriesId.quoted(group) + "}";
  }

  private static OracleResult result(
      String version, List<OracleComparison> comparisons, List<Series> samples) {
    return new OracleResult(
        version,
        comparisons.stream().mapToLong(OracleComparison::points).sum(),
        comparisons.stream().mapToLong(OracleComparison::differing).sum(),
        comparisons.stream().flatMap(c -> c.differences().stream()).toList(),
        shown(comparisons),
        samples);
  }

  /** The rate of the counter that has answers, the finer one first. */
  private static List<WindowCurve> shown(List<OracleComparison> comparisons) {
    return TargetRate.COUNTERS.stream()
        .map(
            metric ->
                comparisons.stream()
                    .filter(c -> c.query().metric().equals(metric) && c.points() > 0)
                    .filter(c -> c.query().function() == RangeFunction.RATE)
                    .map(c -> new WindowCurve(c.query().window(), c.answers()))
                    .toList())
        .filter(curves -> !curves.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
