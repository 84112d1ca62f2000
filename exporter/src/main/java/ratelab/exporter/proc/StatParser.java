package ratelab.exporter.proc;

import ratelab.exporter.proc.files.FieldCursor;
import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.TaskDirectory;

/**
 * Parses {@code stat} of a process or thread. Field numbers below are those of proc_pid_stat(5).
 */
final class StatParser {
  /** Only numbers follow the name, and the kernel's buffer for it is of this size. */
  private static final int LONGEST_NAME = 64;

  private StatParser() {}

  /**
   * The name ends at the last parenthesis: it may itself hold any number of them.
   *
   * @param earlierName returned in place of a new string where it is still the name
   */
  static Outcome<Stat> parse(TaskDirectory task, FileBytes file, String earlierName) {
    int open = file.firstIndexOf('(', 0);
    int close = file.lastIndexOf(')', open + 2 + LONGEST_NAME);
    if (open < 0 || close < open) return cut(task);
    String name = file.text(open + 1, close, earlierName);
    FieldCursor fields = file.fieldsFrom(close + 1);
    Stat stat = fields(task.id(), name, fields);
    return fields.intact() ? new Outcome.Found<>(stat) : cut(task);
  }

  private static Stat fields(int id, String comm, FieldCursor fields) {
    char state = fields.letter();
    int parentPid = (int) fields.number();
    long minorFaults = fields.skip(5).number(); // after 5 to 9
    long majorFaults = fields.skip(1).number(); // after cminflt
    long userTicks = fields.skip(1).number(); // after cmajflt
    long systemTicks = fields.number();
    long threads = fields.skip(4).number(); // after 16 to 19
    long startTicks = fields.skip(1).number(); // after itrealvalue
    long virtualBytes = fields.number();
    long residentPages = fields.number();
    return new Stat(
        new ProcessId(id, startTicks),
        comm,
        state,
        parentPid,
        minorFaults,
        majorFaults,
        userTicks,
        systemTicks,
        threads,
        virtualBytes,
        residentPages);
  }

  private static Outcome<Stat> cut(TaskDirectory task) {
    return new Outcome.Failed<>(task.path("stat") + " ends before its 24th field");
  }
}
