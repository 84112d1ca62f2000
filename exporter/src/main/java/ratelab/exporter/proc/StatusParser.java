package ratelab.exporter.proc;

import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.TaskDirectory;

/**
 * Parses {@code status} of a process or thread; see proc_pid_status(5). The file is long and read
 * often: the lines wanted from its start are looked for forwards, those at its end backwards.
 */
final class StatusParser {
  private static final String USERS = "Uid:";
  private static final String SWAP = "VmSwap:";
  private static final String VOLUNTARY = "voluntary_ctxt_switches:";

  /** There since Linux 2.6.23: without it the rest was cut, and VmSwap unknown. */
  private static final String INVOLUNTARY = "nonvoluntary_ctxt_switches:";

  /** Only a line or two about features of the processor may follow. */
  private static final int LINES_FROM_END = 8;

  /** The first line after those about memory, which kernel threads and zombies lack. */
  private static final String AFTER_MEMORY = "Threads:";

  private StatusParser() {}

  static Outcome<Status> parse(TaskDirectory task, FileBytes file) {
    int involuntary = lineNearEnd(file);
    if (involuntary < 0) return failed(task, "ends before its line " + INVOLUNTARY);
    int users = line(file, 0, USERS);
    if (users < 0) return failed(task, "has no line " + USERS);
    int swap = line(file, users, SWAP);
    int voluntary = file.previousLine(involuntary);
    Status status =
        new Status(
            file.fieldsFrom(users + USERS.length()).skip(1).number(),
            swap < 0 ? 0 : file.fieldsFrom(swap + SWAP.length()).number() * 1024,
            file.fieldsFrom(voluntary + VOLUNTARY.length()).number(),
            file.fieldsFrom(involuntary + INVOLUNTARY.length()).number());
    return isIntact(status)
        ? new Outcome.Found<>(status)
        : failed(task, "has a line without its number");
  }

  private static boolean isIntact(Status status) {
    return status.effectiveUid() >= 0
        && status.swappedBytes() >= 0
        && status.voluntarySwitches() >= 0
        && status.involuntarySwitches() >= 0;
  }

  /** Not searched for behind the part about memory. */
  private static int line(FileBytes file, int from, String start) {
    for (int line = from; line < file.length(); line = file.nextLine(line)) {
      if (file.startsWith(start, line)) return line;
      if (file.startsWith(AFTER_MEMORY, line)) return -1;
    }
    return -1;
  }

  /** Where the line of involuntary switches begins, which has that of voluntary ones before it. */
  private static int lineNearEnd(FileBytes file) {
    int line = file.length();
    for (int i = 0; i < LINES_FROM_END && line > 0; i++) {
      line = file.previousLine(line);
      if (line > 0 && file.startsWith(INVOLUNTARY, line)) {
        return file.startsWith(VOLUNTARY, file.previousLine(line)) ? line : -1;
      }
    }
    return -1;
  }

  private static <T> Outcome<T> failed(TaskDirectory task, String what) {
    return new Outcome.Failed<>(task.path("status") + " " + what);
  }
}
