package ratelab.experiments.recording;

import ratelab.experiments.scenario.Disturbance;

/**
 * A disturbance as it was made.
 *
 * @param act what was done
 * @param startMillis from when, milliseconds since the epoch
 * @param endMillis until all was as before, or as it stayed: a restarted process at work again and
 *     quiet, the last scrape it took
 */
public record Disturbed(Disturbance.Act act, long startMillis, long endMillis) {}
