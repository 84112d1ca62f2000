package ratelab.exporter.group;

/** Context switches while the exporter watched. */
public record SwitchTotals(long voluntary, long involuntary) {}
