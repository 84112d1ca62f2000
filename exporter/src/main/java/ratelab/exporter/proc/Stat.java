package ratelab.exporter.proc;

/**
 * What {@code /proc/PID/stat}, or the same file of one of its threads, says, as far as anything
 * here needs it; see proc_pid_stat(5).
 *
 * @param comm the command name, at most 15 bytes; may hold spaces, parentheses and newlines
 * @param state the letter of the state, such as {@code R} or {@code S}
 * @param minorFaults page faults that needed no disk; of a process all threads', those that ended
 *     included
 * @param majorFaults page faults that needed a disk, likewise
 * @param userTicks CPU time in user mode, likewise
 * @param systemTicks CPU time in kernel mode, likewise
 */
public record Stat(
    ProcessId id,
    String comm,
    char state,
    int parentPid,
    long minorFaults,
    long majorFaults,
    long userTicks,
    long systemTicks,
    long threads,
    long virtualBytes,
    long residentPages) {

  /**
   * Whether it has ended, and only its entry waits to be removed: the kernel refuses most of its
   * files then, whoever asks.
   */
  public boolean hasEnded() {
    return state == 'Z' || state == 'X';
  }

  /** Whether it runs, or waits for nothing but a free CPU. */
  boolean isRunning() {
    return state == 'R';
  }
}
