package ratelab.exporter.group;

/** Page faults while the exporter watched: major ones needed a disk, minor ones did not. */
public record FaultTotals(long major, long minor) {}
