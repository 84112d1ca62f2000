package ratelab.experiments.analysis;

/**
 * What a curve shows while the target is idle; not zero.
 *
 * @param meanCores mean of the idle target's CPU rate, cores
 * @param spreadCores its spread, cores
 */
public record IdleBand(double meanCores, double spreadCores) {
  private static final double SPREADS = 3;

  /** Lower edge, cores. */
  public double lowCores() {
    return meanCores - SPREADS * spreadCores;
  }

  /** Upper edge, cores. */
  public double highCores() {
    return meanCores + SPREADS * spreadCores;
  }

  /** Whether a value is idle. */
  public boolean contains(double cores) {
    return cores >= lowCores() && cores <= highCores();
  }
}
