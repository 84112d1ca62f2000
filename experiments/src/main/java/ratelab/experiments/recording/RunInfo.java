package ratelab.experiments.recording;

import java.util.Map;
import ratelab.experiments.rate.Dialect;

/**
 * Where and with what a run was made.
 *
 * @param id the run's name, also its directory's
 * @param lab {@code local}, {@code simulated} or {@code original}
 * @param targetGroup the {@code groupname} that holds the target and nothing else
 * @param versions name and version of everything that took part (ratelab, java, kernel, node, ...)
 * @param cpus processors of the host
 * @param clockTicksPerSecond resolution of the tick counter (CLK_TCK)
 * @param dialect how the curves are evaluated
 */
public record RunInfo(
    String id,
    String lab,
    String targetGroup,
    Map<String, String> versions,
    int cpus,
    int clockTicksPerSecond,
    Dialect dialect) {
  public RunInfo {
    versions = Map.copyOf(versions);
  }
}
