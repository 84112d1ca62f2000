/** A finished run as text in hey's layout and as JSON. */
@NullMarked
package ratelab.loadgen.report;

import org.jspecify.annotations.NullMarked;
