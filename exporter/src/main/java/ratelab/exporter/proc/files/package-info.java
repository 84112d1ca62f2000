/**
 * Acquires the bytes below the root of a procfs, natively or plainly, and walks over them. Knows
 * where files are and how they are kept open, not what they mean.
 */
@NullMarked
package ratelab.exporter.proc.files;

import org.jspecify.annotations.NullMarked;
