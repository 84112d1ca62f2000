/** Plays several scenarios and sums them up in one report. */
@NullMarked
package ratelab.experiments.suite;

import org.jspecify.annotations.NullMarked;
