/** Sends the requests: the worker loop, and OkHttp under it. */
@NullMarked
package ratelab.loadgen.engine;

import org.jspecify.annotations.NullMarked;
