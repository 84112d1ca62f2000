/** The handler log: one JSON object a line, one line a handled request. */
@NullMarked
package ratelab.sampleapp.log;

import org.jspecify.annotations.NullMarked;
