package ratelab.exporter.metrics;

/**
 * Takes the series of one family for one group: the group's own labels are understood. Samples are
 * doubles to Prometheus, so whole numbers are exact up to 2^53.
 */
interface SeriesSink {
  void add(double value);

  void add(Label label, double value);

  void add(Label first, Label second, double value);

  default void add(long value) {
    add((double) value);
  }

  default void add(Label label, long value) {
    add(label, (double) value);
  }
}
