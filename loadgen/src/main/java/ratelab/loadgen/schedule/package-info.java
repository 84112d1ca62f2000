/**
 * What a run issues and when: numbers, due times and the end. Pure: the time is always passed in.
 */
@NullMarked
package ratelab.loadgen.schedule;

import org.jspecify.annotations.NullMarked;
