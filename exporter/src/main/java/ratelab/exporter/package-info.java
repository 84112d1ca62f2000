/** The process exporter's entry point: command line in, running server out. */
@NullMarked
package ratelab.exporter;

import org.jspecify.annotations.NullMarked;
