package ratelab.exporter.rules;

import java.time.Instant;

/**
 * Whether the rules in use are those of the configuration file.
 *
 * @param succeeded whether the last attempt to read it did
 * @param inUseSince when the rules in use were read
 */
public record ReloadState(boolean succeeded, Instant inUseSince) {}
