/** Turns an immutable scan into metric families: names, labels, units, nothing else. */
@NullMarked
package ratelab.exporter.metrics;

import org.jspecify.annotations.NullMarked;
