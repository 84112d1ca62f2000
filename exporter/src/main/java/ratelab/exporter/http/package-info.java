/** The web server: limits for bad clients, credentials, and the way from a path to its page. */
@NullMarked
package ratelab.exporter.http;

import org.jspecify.annotations.NullMarked;
