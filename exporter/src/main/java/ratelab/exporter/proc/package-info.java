/**
 * One process at one instant, read from a procfs: acquiring bytes and parsing them are apart, and
 * the input is hostile. Native code lives only here, behind an interface with a plain fallback.
 */
@NullMarked
package ratelab.exporter.proc;

import org.jspecify.annotations.NullMarked;
