package ratelab.experiments.analysis;

/** The two counters of CPU time that the exporter offers for a group. */
enum Counter {
  NANOSECONDS("nanoseconds", "namedprocess_namegroup_cpu_runtime_seconds_total"),
  TICKS("ticks", "namedprocess_namegroup_cpu_seconds_total");

  private final String label;
  private final String metric;

  Counter(String label, String metric) {
    this.label = label;
    this.metric = metric;
  }

  String label() {
    return label;
  }

  String metric() {
    return metric;
  }
}
