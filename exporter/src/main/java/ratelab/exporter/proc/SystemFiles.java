package ratelab.exporter.proc;

import java.io.IOException;
import java.util.NoSuchElementException;

/** The files of a procfs that are not about one process; see proc_stat(5) and proc_uptime(5). */
final class SystemFiles {
  private static final int UPTIME_UNITS_PER_SECOND = 100;

  private SystemFiles() {}

  static long bootEpochSeconds(ProcFiles files) throws IOException {
    FileBytes stat = require(files, "stat");
    int btime = stat.afterLineStart("btime ");
    if (btime < 0) throw new IOException("its file stat has no line btime");
    return number(new FieldCursor(stat, btime), "stat");
  }

  /** uptime counts hundredths of a second on the same clock as the start times of processes. */
  static long uptimeTicks(ProcFiles files, int ticksPerSecond) throws IOException {
    FileBytes uptime = require(files, "uptime");
    String text = uptime.text(0, uptime.length());
    int dot = text.indexOf('.');
    try {
      long seconds = Long.parseLong(text.substring(0, dot));
      long hundredths = Long.parseLong(text.substring(dot + 1, dot + 3));
      return (seconds * UPTIME_UNITS_PER_SECOND + hundredths)
          * ticksPerSecond
          / UPTIME_UNITS_PER_SECOND;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IOException("its file uptime does not start with seconds.hundredths", e);
    }
  }

  /**
   * Whether the pids shown are those by which this process can be asked for others. NSpid lists the
   * pid of a process in every namespace from the procfs's own inwards, so one number, our own pid,
   * means that both are the same namespace.
   */
  static boolean isOfThisNamespace(ProcFiles files) {
    return files.read("self/status") instanceof Outcome.Found<FileBytes>(FileBytes status)
        && onlyPid(status) == ProcessHandle.current().pid();
  }

  private static long onlyPid(FileBytes status) {
    int nsPid = status.afterLineStart("NSpid:");
    if (nsPid < 0) return -1;
    int end = nsPid;
    while (end < status.length() && status.at(end) != '\n') end++;
    String pids = status.text(nsPid, end).strip();
    return pids.chars().allMatch(Character::isDigit) ? Long.parseLong(pids) : -1;
  }

  private static FileBytes require(ProcFiles files, String name) throws IOException {
    return switch (files.read(name)) {
      case Outcome.Found<FileBytes>(FileBytes file) -> file;
      case Outcome.Gone<FileBytes>() -> throw new IOException("it has no file " + name);
      case Outcome.Failed<FileBytes>(String cause) -> throw new IOException(cause);
    };
  }

  private static long number(FieldCursor cursor, String file) throws IOException {
    try {
      return cursor.number().orElseThrow();
    } catch (NoSuchElementException e) {
      throw new IOException("its file " + file + " has no number after btime", e);
    }
  }
}
