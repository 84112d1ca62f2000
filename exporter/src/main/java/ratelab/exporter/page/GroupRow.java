package ratelab.exporter.page;

import java.nio.FloatBuffer;
import java.util.OptionalDouble;
import ratelab.exporter.rules.GroupKey;

/**
 * One line of the table. A rate that is not known yet, or denied, is absent.
 *
 * @param cores mean use of CPU over the last seconds
 * @param points mean cores up to each instant of {@link GroupTable#pointsEpochMillis}; NaN where
 *     the group was not known
 */
record GroupRow(
    GroupKey key,
    OptionalDouble cores,
    long residentBytes,
    int processes,
    long threads,
    OptionalDouble readBytesPerSecond,
    OptionalDouble writtenBytesPerSecond,
    FloatBuffer points) {}
