/** What a run leaves: one row per attempt, counts and latencies in flat memory. */
@NullMarked
package ratelab.loadgen.record;

import org.jspecify.annotations.NullMarked;
