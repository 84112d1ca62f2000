/** Who may see anything at all: user names and passwords by HTTP's basic authentication. */
@NullMarked
package ratelab.exporter.http.auth;

import org.jspecify.annotations.NullMarked;
