package ratelab.loadgen.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Arrays;
import java.util.List;
import ratelab.loadgen.engine.Engine;
import ratelab.loadgen.record.Latencies;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.Totals;

/** The totals of a run at the moment of a scrape; counters start with the run, warm-up excluded. */
final class RunMetrics implements MultiCollector {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Upper bounds in seconds, from a fast answer on loopback to hey's usual time limit. */
  private static final double[] BOUNDS = {
    0.0001,
    0.00025,
    0.0005,
    0.001,
    0.0025,
    0.005,
    0.01,
    0.025,
    0.05,
    0.1,
    0.25,
    0.5,
    1,
    2.5,
    5,
    10,
    20,
    Double.POSITIVE_INFINITY
  };

  private final Engine engine;
  private final Recorder recorder;

  RunMetrics(Engine engine, Recorder recorder) {
    this.engine = engine;
    this.recorder = recorder;
  }

  @Override
  public MetricSnapshots collect() {
    Totals totals = recorder.totals();
    return new MetricSnapshots(
        outcomes(totals),
        statuses(totals),
        counter("loadgen_received_bytes", "Body bytes received.", totals.bytesReceived()),
        counter(
            "loadgen_late_sends", "Requests sent late for want of a worker.", totals.lateSends()),
        gauge("loadgen_in_flight", "Requests in flight.", engine.sent() - totals.sent()),
        gauge("loadgen_workers", "Workers of the generator.", engine.workers()),
        histogram(
            "loadgen_service_time_seconds", "From the sending to the last byte.", totals.service()),
        histogram(
            "loadgen_response_time_seconds",
            "From the due time to the last byte; only with a rate.",
            totals.timings().response()),
        histogram(
            "loadgen_lateness_seconds",
            "From the due time to the sending; only with a rate.",
            totals.lateness()));
  }

  private static CounterSnapshot outcomes(Totals totals) {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder()
            .name("loadgen_requests")
            .help("Requests that have ended, by how: ok is a complete answer of any status.");
    for (Outcome outcome : Outcome.values()) {
      counter.dataPoint(point(totals.count(outcome), Labels.of("outcome", outcome.label())));
    }
    return counter.build();
  }

  private static CounterSnapshot statuses(Totals totals) {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder().name("loadgen_responses").help("Complete answers by status.");
    totals
        .statuses()
        .forEach(
            (status, count) ->
                counter.dataPoint(point(count, Labels.of("code", status.toString()))));
    return counter.build();
  }

  private static CounterSnapshot counter(String name, String help, long value) {
    return CounterSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(point(value, Labels.EMPTY))
        .build();
  }

  private static CounterDataPointSnapshot point(long value, Labels labels) {
    return CounterDataPointSnapshot.builder().value((double) value).labels(labels).build();
  }

  private static GaugeSnapshot gauge(String name, String help, long value) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(GaugeDataPointSnapshot.builder().value((double) value).build())
        .build();
  }

  private static HistogramSnapshot histogram(String name, String help, Latencies latencies) {
    long[] upTo =
        Arrays.stream(BOUNDS)
            .mapToLong(bound -> latencies.countUpTo((long) (bound * NANOS_PER_SECOND)))
            .toArray();
    Number[] counts = new Number[BOUNDS.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = upTo[i] - (i == 0 ? 0 : upTo[i - 1]);
    }
    List<Double> bounds = Arrays.stream(BOUNDS).boxed().toList();
    return HistogramSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(
            HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, List.of(counts)))
                .sum(latencies.spread().sumNanos() / NANOS_PER_SECOND)
                .build())
        .build();
  }
}
