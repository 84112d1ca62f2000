package ratelab.exporter.proc;

import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.TaskDirectory;

/** Parses {@code /proc/PID/limits}; see proc_pid_limits(5). */
final class LimitsParser {
  private static final String OPEN_FILES = "Max open files";
  private static final String ADDRESS_SPACE = "Max address space";

  private LimitsParser() {}

  /** The soft limit of open descriptors; {@link Long#MAX_VALUE} for none. */
  static Outcome<Long> openFiles(TaskDirectory process, FileBytes file) {
    return soft(OPEN_FILES, process, file);
  }

  /** The soft limit of virtual memory in bytes; {@link Long#MAX_VALUE} for none. */
  static Outcome<Long> addressSpace(TaskDirectory process, FileBytes file) {
    return soft(ADDRESS_SPACE, process, file);
  }

  private static Outcome<Long> soft(String limit, TaskDirectory process, FileBytes file) {
    int at = file.afterLineStart(limit);
    if (at < 0) return cut(limit, process);
    if (file.fieldsFrom(at).letter() == 'u') return new Outcome.Found<>(Long.MAX_VALUE);
    long value = file.fieldsFrom(at).number();
    return value < 0 ? cut(limit, process) : new Outcome.Found<>(value);
  }

  private static Outcome<Long> cut(String limit, TaskDirectory process) {
    return new Outcome.Failed<>(process.path("limits") + " has no number after " + limit);
  }
}
