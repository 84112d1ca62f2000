package ratelab.experiments.report.suite;

import java.time.Duration;
import java.util.Optional;
import ratelab.experiments.analysis.WorkedOff;
import ratelab.experiments.scenario.Platform;

/**
 * What one runtime did under the load that all have in common.
 *
 * @param name its name in the experiment
 * @param platform what it is
 * @param handled requests that it worked on; 0 where nothing tells
 * @param forNobody those whose client had gone
 * @param drain how long it went on after the load; empty if not seen
 */
record RuntimeFigures(
    String name, Platform platform, long handled, long forNobody, Optional<Duration> drain) {
  static RuntimeFigures of(PlayedRun run) {
    WorkedOff workedOff = run.analysis().workedOff();
    return new RuntimeFigures(
        run.shortName(),
        run.scenario().target().platform(),
        workedOff.handled(),
        workedOff.forNobody(),
        run.drain());
  }

  /** Whether it runs on Node. */
  boolean isNode() {
    return platform == Platform.NODE || platform == Platform.EXPRESS;
  }

  /** Whether it is known whom it worked for. */
  boolean isKnown() {
    return handled > 0;
  }

  /** Whether it worked off more for clients that had gone than for any that still waited. */
  boolean workedForNobody() {
    return 2 * forNobody > handled;
  }
}
