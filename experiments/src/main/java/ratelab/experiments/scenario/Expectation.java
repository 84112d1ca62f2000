package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.List;

/** One statement that a scenario makes about its run; judging it is the analysis' part. */
public sealed interface Expectation {
  /**
   * The drain is as forecast. Before the load the tolerance is {@code relative} x drain + {@code
   * serviceTimes} x service time; at load end one scrape interval + the error of the service time +
   * what the overhead of the requests to come may change.
   */
  record DrainAsForecast(ForecastStage stage, double relative, int serviceTimes)
      implements Expectation {}

  /**
   * As many requests are answered to clients that still wait as forecast; this tells accept
   * policies apart whose drains are alike.
   */
  record AnsweredAsForecast(ForecastStage stage, int plusMinus) implements Expectation {}

  /** Every window's curve returns inside the interval derived from its samples. */
  record ReturnsAsDerived() implements Expectation {}

  /** The attribution names this cause. */
  record CauseIs(Cause cause) implements Expectation {}

  /** The drain is not longer than this many service times. */
  record DrainAtMost(int serviceTimes) implements Expectation {}

  /** Share of the requests that were worked off after their clients had gone, 0 to 1. */
  record WorkedOffForNobody(double atLeast, double atMost) implements Expectation {}

  /** Each request raised the nanosecond counter, from the scrape before it to the one after it. */
  record EachRequestRaisesCounter() implements Expectation {}

  /**
   * While the load runs, the curve of every window stays this high: each of its points, once the
   * window lies within the load, is at most {@code relative} x {@code cores} away.
   */
  record Plateau(double cores, double relative) implements Expectation {}

  /**
   * While the load runs, the curve of every window stays as high as the limit of the target's
   * processors lets it, give or take what follows from how the kernel imposes it.
   */
  record PlateauAtLimit() implements Expectation {}

  /**
   * While the load runs a counter agrees with the independent measure of CPU time, give or take
   * {@code atMost} (a share) and the counter's resolution. Where the load spends less than that
   * resolution, even a counter that stands still would agree.
   *
   * @param unlessBelowResolution whether that is expected to happen; then the counter has to show
   *     no more than its resolution allows, which is no evidence that it agrees
   */
  record CounterError(Counter counter, double atMost, boolean unlessBelowResolution)
      implements Expectation {}

  /** Counters miss as much of short-lived children as scrapes at random moments can. */
  record ChildrenMissedAsDerived() implements Expectation {}

  /**
   * Reaction, rise, plateau, return, visible share, overshoot and lag of the load's curve are as
   * derived, for every function over each of these windows and scrapes.
   *
   * @param windows rate windows
   * @param scrapes scrape intervals, none shorter than the scenario's
   * @param phases at how many phases each slower scraper is tried
   */
  record ShapeAsDerived(List<Duration> windows, List<Duration> scrapes, int phases)
      implements Expectation {
    public ShapeAsDerived {
      windows = List.copyOf(windows);
      scrapes = List.copyOf(scrapes);
    }
  }

  /** The curve of every window ends in a gap, and is never 0 after the load. */
  record EndsInGap() implements Expectation {}

  /**
   * The run as a whole cannot be judged, for this reason. Other expectations beside it are judged
   * all the same, and those that rest on the samples in doubt have to be left open.
   */
  record Inconclusive(Doubt because) implements Expectation {}
}
