package ratelab.exporter.metrics;

import java.util.Locale;

/** The types of Prometheus's text format that occur here. */
enum MetricType {
  COUNTER,
  GAUGE,

  /** For names that say another type than theirs, which promtool's check objects to. */
  UNTYPED;

  /** As the text format spells it. */
  String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
