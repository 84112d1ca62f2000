package ratelab.experiments.recording;

/**
 * A scrape that brought no samples.
 *
 * @param timestampMillis when it was started, milliseconds since the epoch
 * @param reason cause and remedy in one sentence
 */
public record ScrapeFailure(long timestampMillis, String reason) {}
