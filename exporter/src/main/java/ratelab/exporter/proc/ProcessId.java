package ratelab.exporter.proc;

/**
 * What makes a process itself: the kernel reuses pids, but never with the same start time.
 *
 * @param startTicks field 22 of {@code /proc/PID/stat}: clock ticks between boot and the start
 */
public record ProcessId(int pid, long startTicks) {}
