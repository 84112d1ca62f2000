package ratelab.experiments.forecast;

import java.time.Duration;

/**
 * When the curve of one window is expected back.
 *
 * @param window the (actual) rate window
 * @param earliestMillis not before this instant, milliseconds since the epoch
 * @param latestMillis not after this instant, milliseconds since the epoch
 */
public record WindowReturn(Duration window, long earliestMillis, long latestMillis) {}
