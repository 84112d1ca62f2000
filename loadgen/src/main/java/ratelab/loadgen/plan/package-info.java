/** From the command line to an immutable plan. */
@NullMarked
package ratelab.loadgen.plan;

import org.jspecify.annotations.NullMarked;
