package ratelab.exporter.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ratelab.exporter.group.GroupScan;

/** All families from one scan: a scrape costs one pass over the procfs, however many there are. */
public final class ProcessGroupCollector implements MultiCollector {
  private final Supplier<GroupScan> scans;

  public ProcessGroupCollector(Supplier<GroupScan> scans) {
    this.scans = scans;
  }

  @Override
  public MetricSnapshots collect() {
    return snapshots(scans.get());
  }

  static MetricSnapshots snapshots(GroupScan scan) {
    return new MetricSnapshots(
        Stream.concat(
                GroupFamilies.ALL.stream()
                    .map(family -> family.snapshot(scan.groups()))
                    .filter(family -> !family.getDataPoints().isEmpty()),
                ErrorFamily.ALL.stream().map(family -> family.snapshot(scan.errors())))
            .toList());
  }

  /** Known before the first scrape, so that a duplicate name fails when it is registered. */
  @Override
  public List<MetricFamilyDescriptor> getMetricFamilyDescriptors() {
    return Stream.concat(
            GroupFamilies.ALL.stream().map(GroupFamily::descriptor),
            ErrorFamily.ALL.stream().map(ErrorFamily::descriptor))
        .toList();
  }
}
