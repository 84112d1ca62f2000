package ratelab.experiments.forecast;

import java.time.Duration;

/**
 * How long after the last CPU a rate curve is back: {@code [max(W, 2S) - S, max(W, 2S))}. The first
 * sample that sees all of the CPU comes up to one interval S later, and the window must leave it
 * behind.
 *
 * @param atLeast the lower bound, inclusive
 * @param below the upper bound, exclusive
 */
public record ReturnDelay(Duration atLeast, Duration below) {

  /** The bounds for a window W and a scrape interval S. */
  public static ReturnDelay of(Duration window, Duration scrapeInterval) {
    Duration twoScrapes = scrapeInterval.multipliedBy(2);
    Duration below = window.compareTo(twoScrapes) > 0 ? window : twoScrapes;
    return new ReturnDelay(below.minus(scrapeInterval), below);
  }
}
