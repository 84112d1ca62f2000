package ratelab.experiments.rate;

import java.time.Duration;

/**
 * The instants at which a target is scraped: {@code phase + k * interval} for every whole k, also
 * negative ones.
 *
 * @param phaseMillis any one of the instants, milliseconds since the epoch
 * @param interval a positive whole number of milliseconds
 */
public record ScrapeGrid(long phaseMillis, Duration interval) {
  /**
   * @throws IllegalArgumentException if the interval is not a positive number of milliseconds
   */
  public ScrapeGrid {
    PromDuration.checked(interval);
  }

  /** The interval in milliseconds. */
  public long intervalMillis() {
    return interval.toMillis();
  }

  /** The last scrape before an instant or at it. */
  public long lastAtOrBefore(long millis) {
    return millis - Math.floorMod(millis - phaseMillis, intervalMillis());
  }

  /** The last scrape that is truly before an instant. */
  public long lastBefore(long millis) {
    return lastAtOrBefore(millis - 1);
  }

  /** The first scrape at an instant or after it. */
  public long firstAtOrAfter(long millis) {
    return lastBefore(millis) + intervalMillis();
  }
}
