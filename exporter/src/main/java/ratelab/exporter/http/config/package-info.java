/** The web configuration file: read, checked, and read again when it changes. */
@NullMarked
package ratelab.exporter.http.config;

import org.jspecify.annotations.NullMarked;
