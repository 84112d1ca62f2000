/** What a handler does before it answers: it pauses, and it spends CPU time. */
@NullMarked
package ratelab.sampleapp.work;

import org.jspecify.annotations.NullMarked;
