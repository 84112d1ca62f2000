package ratelab.experiments.scenario;

import java.time.Duration;

/** Whether a rate window holds the two samples that a rate needs. */
public enum WindowWidth {
  /** Up to one scrape interval: never. */
  SHOWS_NOTHING("not longer than", "no window holds two samples, so no rate exists"),
  /** Up to two: now and then. */
  HAS_GAPS("shorter than twice", "only some windows hold two samples, so the curve has gaps"),
  /** From two on: whenever no scrape is missing. */
  SHOWS_ALWAYS("at least twice", "every window holds two samples");

  private final String comparison;
  private final String consequence;

  WindowWidth(String comparison, String consequence) {
    this.comparison = comparison;
    this.consequence = consequence;
  }

  /** Of a window over scrapes that come every {@code interval}. */
  public static WindowWidth of(Duration window, Duration interval) {
    if (window.compareTo(interval) <= 0) {
      return SHOWS_NOTHING;
    }
    return window.compareTo(interval.multipliedBy(2)) < 0 ? HAS_GAPS : SHOWS_ALWAYS;
  }

  /** Both (nominal) durations, how they compare, and what comes of it. */
  public static String explain(Duration window, Duration interval) {
    WindowWidth width = of(window, interval);
    return "%s is %s the scrape interval %s: %s"
        .formatted(
            Durations.print(window),
            width.comparison,
            Durations.print(interval),
            width.consequence);
  }

  /** The same of one that does not always show, with the window that does. */
  public static String explainAndAdvise(Duration window, Duration interval) {
    return "%s; %s and more always show"
        .formatted(explain(window, interval), Durations.print(interval.multipliedBy(2)));
  }
}
