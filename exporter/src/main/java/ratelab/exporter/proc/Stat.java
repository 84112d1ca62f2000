package ratelab.exporter.proc;

/**
 * What {@code /proc/PID/stat} says, as far as anything here needs it; see proc_pid_stat(5).
 *
 * @param comm the command name, at most 15 bytes; may hold spaces, parentheses and newlines
 * @param userTicks CPU time in user mode, all threads, those that ended included
 * @param systemTicks CPU time in kernel mode, likewise
 */
public record Stat(
    ProcessId id,
    String comm,
    int parentPid,
    long userTicks,
    long systemTicks,
    long threads,
    long virtualBytes,
    long residentPages) {}
