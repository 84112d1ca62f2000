/**
 * Sends the requests at high rates for little CPU: our own HTTP/1.1 on selectors. A few event loops
 * own all connections.
 */
@NullMarked
package ratelab.loadgen.wire;

import org.jspecify.annotations.NullMarked;
