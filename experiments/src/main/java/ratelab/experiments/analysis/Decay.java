package ratelab.experiments.analysis;

import java.time.Duration;

/**
 * Where the time from the load's end to the curve's return went; the parts add up to the total.
 *
 * @param window the (actual) rate window this is for
 * @param total from the load's end to the return
 * @param drain work after the load: from its end to the last work
 * @param phase until the next scrape saw that work; negative if the last CPU was seen before the
 *     work's end
 * @param tail what the rate window adds after that
 */
public record Decay(
    Duration window, Duration total, Duration drain, Duration phase, Duration tail) {}
