/** One run from arguments to exit code; composes the other packages. */
@NullMarked
package ratelab.loadgen.run;

import org.jspecify.annotations.NullMarked;
