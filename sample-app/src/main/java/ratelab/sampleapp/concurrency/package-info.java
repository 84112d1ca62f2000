/** How many handlers run at once, and on which threads. */
@NullMarked
package ratelab.sampleapp.concurrency;

import org.jspecify.annotations.NullMarked;
