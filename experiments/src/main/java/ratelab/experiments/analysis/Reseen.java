package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.analysis.shape.Decimation;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunInfo;
import ratelab.experiments.scenario.Scenario;

/**
 * The same run as another scraper and another Prometheus would have seen it. A real Prometheus'
 * answers stay behind: they are to the original questions.
 */
public final class Reseen {
  private Reseen() {}

  /**
   * The recording with other windows, scrapes or rules.
   *
   * @param windows actual rate windows
   * @param grid a slower scraper's instants; empty for the recorded scrapes
   */
  public static Recording of(
      Recording recording, List<Duration> windows, Optional<ScrapeGrid> grid, Dialect dialect) {
    Scenario played = recording.scenario();
    long recordedMillis = played.scrapeInterval().toMillis();
    return recording
        .with()
        .scenario(
            played.seen(grid.map(ScrapeGrid::interval).orElse(played.scrapeInterval()), windows))
        .info(withDialect(recording.info(), dialect))
        .series(
            grid.map(g -> Decimation.of(recording.series(), recordedMillis, g))
                .orElse(recording.series()))
        .oracle(Optional.empty())
        .build();
  }

  private static RunInfo withDialect(RunInfo info, Dialect dialect) {
    return new RunInfo(
        info.id(),
        info.lab(),
        info.targetGroup(),
        info.versions(),
        info.cpus(),
        info.clockTicksPerSecond(),
        dialect);
  }
}
