/**
 * The configuration as immutable rules: which group a process belongs to, judged from what was read
 * of it, without reading anything itself.
 */
@NullMarked
package ratelab.exporter.rules;

import org.jspecify.annotations.NullMarked;
