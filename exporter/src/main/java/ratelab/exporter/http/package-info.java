/** Serves the registry: own server, the library's scrape handler, no stack trace for clients. */
@NullMarked
package ratelab.exporter.http;

import org.jspecify.annotations.NullMarked;
