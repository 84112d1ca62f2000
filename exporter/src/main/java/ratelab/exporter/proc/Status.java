package ratelab.exporter.proc;

/**
 * What {@code /proc/PID/status} says, as far as anything here needs it.
 *
 * @param effectiveUid the second number of the line {@code Uid:}
 * @param swappedBytes {@code VmSwap}; 0 for kernel threads and zombies, which have no memory
 */
public record Status(long effectiveUid, long swappedBytes) {}
