/** The C library as far as the exporter calls it, and its error numbers. Knows no procfs. */
@NullMarked
package ratelab.exporter.proc.libc;

import org.jspecify.annotations.NullMarked;
