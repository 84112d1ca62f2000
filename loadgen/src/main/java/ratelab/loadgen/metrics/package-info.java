/** A run under way as Prometheus metrics. */
@NullMarked
package ratelab.loadgen.metrics;

import org.jspecify.annotations.NullMarked;
