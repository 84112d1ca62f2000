package ratelab.experiments.scrape;

import java.time.Duration;
import java.util.List;

/** What came of one scrape. */
public sealed interface ScrapeResult {
  /** When the scrape began, milliseconds since the epoch. */
  long startMillis();

  /**
   * The target answered.
   *
   * @param duration from the request to the whole body
   * @param samples in the order of the body
   */
  record Scraped(long startMillis, Duration duration, List<ExposedSample> samples)
      implements ScrapeResult {
    public Scraped {
      samples = List.copyOf(samples);
    }
  }

  /**
   * There is no answer that can be used.
   *
   * @param reason the request, the cause and a remedy, for people
   */
  record ScrapeFailed(long startMillis, String reason) implements ScrapeResult {}

  /** It was left out on purpose. */
  record ScrapeSkipped(long startMillis) implements ScrapeResult {}
}
