/** What can be done with the results of earlier runs: merge and compare them. */
@NullMarked
package ratelab.loadgen.results;

import org.jspecify.annotations.NullMarked;
