package ratelab.experiments.lab;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import ratelab.experiments.scenario.Scenario;

/** How long a run watches the curves after the last work, and which windows it so can judge. */
public final class RunEnd {
  private static final int MIN_SAMPLES = 2;

  private final Scenario scenario;
  private final Duration watched;

  /**
   * @param shortestOnly whether the run ends when the shortest window has returned
   */
  public RunEnd(Scenario scenario, boolean shortestOnly) {
    this.scenario = scenario;
    Comparator<Duration> order = Comparator.naturalOrder();
    this.watched =
        scenario.windows().stream()
            .map(this::effective)
            .reduce((a, b) -> (order.compare(a, b) < 0) == shortestOnly ? a : b)
            .orElse(effective(Duration.ZERO));
  }

  /** The curve is back within one window; the second one shows that it stays there. */
  public long millis(long lastWorkMillis) {
    return lastWorkMillis
        + watched.multipliedBy(MIN_SAMPLES).plus(scenario.scrapeInterval()).toMillis();
  }

  /** The scenario with only the windows that the run can judge. */
  public Scenario seen() {
    List<Duration> windows =
        scenario.windows().stream().filter(w -> effective(w).compareTo(watched) <= 0).toList();
    return scenario.withWindows(windows);
  }

  /** The shortest window that always has a rate. */
  public Duration shortestVisible() {
    return scenario.windows().stream()
        .filter(w -> effective(w).equals(w))
        .min(Comparator.naturalOrder())
        .orElse(effective(Duration.ZERO));
  }

  /** A rate needs two samples: a shorter window lasts as long as two scrape intervals. */
  private Duration effective(Duration window) {
    Duration twoScrapes = scenario.scrapeInterval().multipliedBy(MIN_SAMPLES);
    return window.compareTo(twoScrapes) < 0 ? twoScrapes : window;
  }
}
