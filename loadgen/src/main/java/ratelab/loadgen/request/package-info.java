/** What is sent to the service under test, and the way there; knows no engine. */
@NullMarked
package ratelab.loadgen.request;

import org.jspecify.annotations.NullMarked;
