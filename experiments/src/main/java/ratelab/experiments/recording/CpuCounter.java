package ratelab.experiments.recording;

/** The exporter's two counters of a group's CPU time, the finer one first. */
public enum CpuCounter {
  /** The kernel's process CPU clock; user and system together. */
  NANOSECONDS("namedprocess_namegroup_cpu_runtime_seconds_total"),
  /**
   * Ticks of usually 10 ms; user and system are series of their own, told apart by {@code mode}.
   */
  TICKS("namedprocess_namegroup_cpu_seconds_total");

  private final String metric;

  CpuCounter(String metric) {
    this.metric = metric;
  }

  /** The metric's name; its values are seconds. */
  public String metric() {
    return metric;
  }
}
