package ratelab.exporter.metrics;

import java.util.List;

/**
 * A family that is about the exporter itself rather than about groups.
 *
 * @param name complete, as on the wire
 */
record PlainFamily(String name, MetricType type, String help, List<PlainSeries> series) {
  /** One of its series. */
  record PlainSeries(List<Label> labels, double value) {}

  /** A family with a single series and no label, whose value is whole. */
  static PlainFamily of(String name, MetricType type, String help, long value) {
    return of(name, type, help, (double) value);
  }

  /** A family with a single series and no label. */
  static PlainFamily of(String name, MetricType type, String help, double value) {
    return new PlainFamily(name, type, help, List.of(new PlainSeries(List.of(), value)));
  }
}
