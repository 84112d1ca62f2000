package ratelab.exporter.metrics;

import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.util.List;
import java.util.function.ToDoubleFunction;
import ratelab.exporter.group.ErrorTotals;

/**
 * One of process-exporter's counters of its own failures. Their names lack {@code _total}, which
 * the library would add to a counter: so they have no type.
 */
record ErrorFamily(String name, String help, ToDoubleFunction<ErrorTotals> value) {
  static final List<ErrorFamily> ALL =
      List.of(
          new ErrorFamily(
              "namedprocess_scrape_errors",
              "Scrapes that could not list the processes.",
              ErrorTotals::scans),
          new ErrorFamily(
              "namedprocess_scrape_procread_errors",
              "Times a process could not be read; one that has ended does not count.",
              ErrorTotals::processes),
          new ErrorFamily(
              "namedprocess_scrape_partial_errors",
              "Times a process could be read only in part, once a scrape for each process.",
              ErrorTotals::parts));

  MetricFamilyDescriptor descriptor() {
    return MetricFamilyDescriptor.unknown(name).help(help).build();
  }

  MetricSnapshot snapshot(ErrorTotals errors) {
    return UnknownSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(UnknownDataPointSnapshot.builder().value(value.applyAsDouble(errors)).build())
        .build();
  }
}
