/** TLS for the server: from PEM texts and settings to an {@code SSLContext} of the JDK. */
@NullMarked
package ratelab.exporter.http.tls;

import org.jspecify.annotations.NullMarked;
