package ratelab.exporter.page;

import java.util.List;
import java.util.OptionalDouble;

/**
 * All groups at the newest scan.
 *
 * @param atNanos when that scan began, as {@link System#nanoTime}
 * @param rateSeconds over how long the rates are measured; absent before the second scan
 * @param pointsEpochMillis the instants of the curves, the oldest first
 */
record GroupTable(
    long atNanos,
    long atEpochMillis,
    long durationNanos,
    OptionalDouble rateSeconds,
    List<Long> pointsEpochMillis,
    List<GroupRow> rows) {
  GroupTable {
    pointsEpochMillis = List.copyOf(pointsEpochMillis);
    rows = List.copyOf(rows);
  }
}
