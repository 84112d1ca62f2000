package ratelab.experiments.rate;

import java.time.Duration;

/**
 * How long after the CPU's end a rate curve is at its new level, whatever the scrape phase. The
 * same holds for the rise after the CPU's begin.
 *
 * <p>The curve is there when the last sample before the end has left the window. That sample is up
 * to one interval S older than the end, and it leaves after the window W; but two samples must be
 * seen after it, so W counts as 2 S at least. Hence {@code [max(W, 2 S) - S, max(W, 2 S))}.
 *
 * @param earliest inclusive
 * @param latest exclusive; a closed window adds its one millisecond
 */
public record ReturnInterval(Duration earliest, Duration latest) {
  /** The interval for a window and a scrape interval, without regard to missed scrapes. */
  public static ReturnInterval of(Duration window, Duration scrapeInterval) {
    Duration latest = longer(window, scrapeInterval.multipliedBy(2));
    return new ReturnInterval(latest.minus(scrapeInterval), latest);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
