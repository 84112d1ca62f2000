package ratelab.exporter.proc;

import java.io.IOException;
import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.ProcFiles;
import ratelab.exporter.proc.libc.Errno;

/** The files of a procfs that are not about one process; see proc_stat(5) and proc_uptime(5). */
final class SystemFiles {
  private static final int UPTIME_UNITS_PER_SECOND = 100;

  private SystemFiles() {}

  static long bootEpochSeconds(ProcFiles files) throws IOException {
    FileBytes stat = require(files, "stat");
    int btime = stat.afterLineStart("btime ");
    if (btime < 0) throw new IOException("its file stat has no line btime");
    long seconds = stat.fieldsFrom(btime).number();
    if (seconds < 0) throw new IOException("its file stat has no number after btime");
    return seconds;
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
    return files.read("self/status") > 0 && onlyPid(files.bytes()) == ProcessHandle.current().pid();
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
    int length = files.read(name);
    if (length >= 0) return files.bytes();
    throw new IOException(
        -length == Errno.NO_FILE
            ? "it has no file " + name
            : "its file " + name + " cannot be read: " + Errno.describe(-length));
  }
}
