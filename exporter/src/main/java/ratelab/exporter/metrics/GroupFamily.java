package ratelab.exporter.metrics;

import java.util.function.BiConsumer;
import ratelab.exporter.group.GroupState;

/**
 * One family with a few series for each group. What is not known is not added.
 *
 * @param name complete, as on the wire
 * @param series adds the series of one group
 */
record GroupFamily(
    String name, MetricType type, String help, BiConsumer<GroupState, SeriesSink> series) {}
