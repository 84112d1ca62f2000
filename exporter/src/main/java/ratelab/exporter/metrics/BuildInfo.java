package ratelab.exporter.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/** {@code process_exporter_build_info}: which program answers, always 1. */
public record BuildInfo(String version, String javaVersion) implements Collector {
  private static final String NAME = "process_exporter_build_info";

  @Override
  public MetricSnapshot collect() {
    return GaugeSnapshot.builder()
        .name(NAME)
        .help("Version of the exporter and of the Java that runs it; the value is 1.")
        .dataPoint(
            GaugeDataPointSnapshot.builder()
                .value(1)
                .labels(Labels.of("version", version, "javaversion", javaVersion))
                .build())
        .build();
  }
}
