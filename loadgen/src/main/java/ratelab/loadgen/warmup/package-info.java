/** Warms the generator before a run, on a server of its own. */
@NullMarked
package ratelab.loadgen.warmup;

import org.jspecify.annotations.NullMarked;
