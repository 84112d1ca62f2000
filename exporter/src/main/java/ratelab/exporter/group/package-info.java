/**
 * Which process belongs to which group, and the totals of the groups. The configuration becomes
 * immutable rules; one thread owns the tracker and publishes immutable scans.
 */
@NullMarked
package ratelab.exporter.group;

import org.jspecify.annotations.NullMarked;
