package ratelab.exporter.proc;

import java.util.NoSuchElementException;

/** Parses {@code /proc/PID/stat}. Field numbers below are those of proc_pid_stat(5). */
final class StatParser {
  private StatParser() {}

  /** The name ends at the last parenthesis: it may itself hold any number of them. */
  static Outcome<Stat> parse(int pid, FileBytes file) {
    int open = file.firstIndexOf('(');
    int close = file.lastIndexOf(')');
    if (open < 0 || close < open) return cut(pid);
    FieldCursor fields = new FieldCursor(file, close + 1);
    try {
      return new Outcome.Found<>(fields(pid, file.text(open + 1, close), fields));
    } catch (NoSuchElementException missing) {
      return cut(pid);
    }
  }

  private static Stat fields(int pid, String comm, FieldCursor fields) {
    fields.skip(1); // 3: state
    int parentPid = (int) fields.number().orElseThrow();
    fields.skip(9); // 5 to 13
    long userTicks = fields.number().orElseThrow();
    long systemTicks = fields.number().orElseThrow();
    fields.skip(4); // 16 to 19
    long threads = fields.number().orElseThrow();
    fields.skip(1); // 21: itrealvalue
    long startTicks = fields.number().orElseThrow();
    long virtualBytes = fields.number().orElseThrow();
    long residentPages = fields.number().orElseThrow();
    ProcessId id = new ProcessId(pid, startTicks);
    return new Stat(
        id, comm, parentPid, userTicks, systemTicks, threads, virtualBytes, residentPages);
  }

  private static Outcome<Stat> cut(int pid) {
    return new Outcome.Failed<>(pid + "/stat ends before its 24th field");
  }
}
