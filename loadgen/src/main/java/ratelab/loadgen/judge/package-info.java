/** Limits that a run's figures have to keep. */
@NullMarked
package ratelab.loadgen.judge;

import org.jspecify.annotations.NullMarked;
