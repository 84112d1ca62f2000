package ratelab.exporter.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ratelab.exporter.group.GroupScan;
import ratelab.exporter.group.GroupState;
import ratelab.exporter.metrics.PlainFamily.PlainSeries;

/** The same families as the library's snapshots, for the formats that the library writes. */
record SnapshotCollector(Supplier<MetricSnapshots> source) implements MultiCollector {
  @Override
  public MetricSnapshots collect() {
    return source.get();
  }

  static MetricSnapshots snapshots(GroupScan scan, List<PlainFamily> own) {
    List<MetricSnapshot> snapshots = new ArrayList<>();
    for (GroupFamily family : GroupFamilies.ALL) {
      List<PlainSeries> series = new ArrayList<>();
      for (GroupState group : scan.groups()) {
        family.series().accept(group, new Collected(GroupLabels.of(group.key()).labels(), series));
      }
      add(new PlainFamily(family.name(), family.type(), family.help(), series), snapshots);
    }
    own.forEach(family -> add(family, snapshots));
    return new MetricSnapshots(snapshots);
  }

  private static void add(PlainFamily family, List<MetricSnapshot> snapshots) {
    if (family.series().isEmpty()) return;
    snapshots.add(
        switch (family.type()) {
          case COUNTER -> counter(family);
          case GAUGE -> gauge(family);
          case UNTYPED -> unknown(family);
        });
  }

  private static MetricSnapshot counter(PlainFamily family) {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder().name(family.name()).help(family.help());
    for (PlainSeries series : family.series()) {
      counter.dataPoint(
          CounterDataPointSnapshot.builder()
              .value(series.value())
              .labels(labels(series.labels()))
              .build());
    }
    return counter.build();
  }

  private static MetricSnapshot gauge(PlainFamily family) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(family.name()).help(family.help());
    for (PlainSeries series : family.series()) {
      gauge.dataPoint(
          GaugeDataPointSnapshot.builder()
              .value(series.value())
              .labels(labels(series.labels()))
              .build());
    }
    return gauge.build();
  }

  private static MetricSnapshot unknown(PlainFamily family) {
    UnknownSnapshot.Builder unknown =
        UnknownSnapshot.builder().name(family.name()).help(family.help());
    for (PlainSeries series : family.series()) {
      unknown.dataPoint(
          UnknownDataPointSnapshot.builder()
              .value(series.value())
              .labels(labels(series.labels()))
              .build());
    }
    return unknown.build();
  }

  private static Labels labels(List<Label> labels) {
    return Labels.of(
        labels.stream().map(Label::name).toArray(String[]::new),
        labels.stream().map(Label::value).toArray(String[]::new));
  }

  /** Collects the series of one group with all their labels. */
  private record Collected(List<Label> group, List<PlainSeries> series) implements SeriesSink {
    @Override
    public void add(double value) {
      series.add(new PlainSeries(group, value));
    }

    @Override
    public void add(Label label, double value) {
      add(List.of(label), value);
    }

    @Override
    public void add(Label first, Label second, double value) {
      add(List.of(first, second), value);
    }

    private void add(List<Label> added, double value) {
      List<Label> all = new ArrayList<>(group);
      all.addAll(added);
      series.add(new PlainSeries(List.copyOf(all), value));
    }
  }
}
