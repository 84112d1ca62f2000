/**
 * The service under test: it works for a while, then answers {@code Hello World!}, and writes down
 * what it did and when.
 */
@NullMarked
package ratelab.sampleapp;

import org.jspecify.annotations.NullMarked;
