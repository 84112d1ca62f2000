/** Configuration files in YAML, whose every mistake is told with file, line and key. */
@NullMarked
package ratelab.exporter.yaml;

import org.jspecify.annotations.NullMarked;
