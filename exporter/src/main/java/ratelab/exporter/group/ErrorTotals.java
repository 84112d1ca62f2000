package ratelab.exporter.group;

/**
 * What could not be read since the start; processes that vanish are not among it.
 *
 * @param scans scans that could not list the processes at all
 * @param processes times a process could not be read
 * @param parts times a process was readable only in part, once a scan for each process
 */
public record ErrorTotals(long scans, long processes, long parts) {}
