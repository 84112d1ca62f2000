package ratelab.experiments.rate;

import java.time.Duration;

/**
 * The typed query {@code sum by (groupname) (rate(metric{groupname="x"}[30s]))}; it prints itself
 * as PromQL and is evaluated by the rate model.
 *
 * @param metric the counter's name
 * @param groupname the group whose series are summed
 * @param function what is computed over each window
 * @param window the range
 */
public record RangeQuery(
    String metric, String groupname, RangeFunction function, Duration window) {}
