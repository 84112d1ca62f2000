package ratelab.exporter.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;
import ratelab.exporter.group.GroupState;

/** One family with one series, or a few, for each group. Names are complete, as on the wire. */
sealed interface GroupFamily {
  String name();

  MetricFamilyDescriptor descriptor();

  MetricSnapshot snapshot(List<GroupState> groups);

  /**
   * A series of each group.
   *
   * @param labels those besides the name of the group
   * @param value no value, no series
   */
  record Series(Labels labels, Function<GroupState, OptionalDouble> value) {
    private static final String GROUP_LABEL = "groupname";

    static Series of(ToDoubleFunction<GroupState> value) {
      return ofKnown(group -> OptionalDouble.of(value.applyAsDouble(group)));
    }

    static Series ofKnown(Function<GroupState, OptionalDouble> value) {
      return new Series(Labels.EMPTY, value);
    }

    static Series with(String label, String labelValue, ToDoubleFunction<GroupState> value) {
      return new Series(
          Labels.of(label, labelValue), group -> OptionalDouble.of(value.applyAsDouble(group)));
    }

    /** Hands over the labels and the value of each group that has one. */
    void forEach(List<GroupState> groups, ObjDoubleConsumer<Labels> taker) {
      for (GroupState group : groups) {
        Labels all = labels.merge(Labels.of(GROUP_LABEL, group.name()));
        value.apply(group).ifPresent(known -> taker.accept(all, known));
      }
    }
  }

  /** Values that only rise. */
  record Counter(String name, String help, List<Series> series) implements GroupFamily {
    @Override
    public MetricFamilyDescriptor descriptor() {
      return MetricFamilyDescriptor.counter(name).help(help).build();
    }

    @Override
    public MetricSnapshot snapshot(List<GroupState> groups) {
      CounterSnapshot.Builder snapshot = CounterSnapshot.builder().name(name).help(help);
      for (Series one : series) {
        one.forEach(groups, (labels, value) -> snapshot.dataPoint(point(value, labels)));
      }
      return snapshot.build();
    }

    private static CounterDataPointSnapshot point(double value, Labels labels) {
      return CounterDataPointSnapshot.builder().value(value).labels(labels).build();
    }
  }

  /** Values of now. */
  record Gauge(String name, String help, List<Series> series) implements GroupFamily {
    @Override
    public MetricFamilyDescriptor descriptor() {
      return MetricFamilyDescriptor.gauge(name).help(help).build();
    }

    @Override
    public MetricSnapshot snapshot(List<GroupState> groups) {
      GaugeSnapshot.Builder snapshot = GaugeSnapshot.builder().name(name).help(help);
      for (Series one : series) {
        one.forEach(groups, (labels, value) -> snapshot.dataPoint(point(value, labels)));
      }
      return snapshot.build();
    }

    private static GaugeDataPointSnapshot point(double value, Labels labels) {
      return GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
    }
  }
}
