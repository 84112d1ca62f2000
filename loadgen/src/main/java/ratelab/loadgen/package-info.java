/**
 * The load generator: hey's command line and summary, with exact counts and a record of every
 * attempt.
 */
@NullMarked
package ratelab.loadgen;

import org.jspecify.annotations.NullMarked;
