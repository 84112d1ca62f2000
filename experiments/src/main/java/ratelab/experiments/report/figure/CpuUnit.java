package ratelab.experiments.report.figure;

import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.rate.Curve;

/** The unit of a CPU rate: thousandths of a core where the values are small. */
enum CpuUnit {
  CORES(1, "cores"),
  MILLICORES(1000, "millicores");

  private static final double SMALL_CORES = 0.5;

  private final double perCore;
  private final String label;

  CpuUnit(double perCore, String label) {
    this.perCore = perCore;
    this.label = label;
  }

  /** The one that fits the highest value of a window's curves. */
  static CpuUnit of(WindowFinding finding) {
    double highest = Math.max(highest(finding.nanos()), highest(finding.ticks()));
    return highest < SMALL_CORES ? MILLICORES : CORES;
  }

  double perCore() {
    return perCore;
  }

  String axis() {
    return "CPU rate, " + label;
  }

  private static double highest(Curve curve) {
    return curve.points().stream().mapToDouble(p -> p.value().orElse(0)).max().orElse(0);
  }
}
