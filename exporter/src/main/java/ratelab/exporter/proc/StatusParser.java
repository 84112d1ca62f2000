package ratelab.exporter.proc;

import java.util.NoSuchElementException;

/** Parses {@code /proc/PID/status}. */
final class StatusParser {
  /** The file's last line since Linux 2.6.23: without it the rest was cut, and VmSwap unknown. */
  private static final String LAST_LINE = "nonvoluntary_ctxt_switches:";

  private StatusParser() {}

  static Outcome<Status> parse(int pid, FileBytes file) {
    int uids = file.afterLineStart("Uid:");
    if (uids < 0 || file.afterLineStart(LAST_LINE) < 0) {
      return new Outcome.Failed<>(pid + "/status ends before its line " + LAST_LINE);
    }
    try {
      return new Outcome.Found<>(new Status(effectiveUid(file, uids), swappedBytes(file)));
    } catch (NoSuchElementException notANumber) {
      return new Outcome.Failed<>(pid + "/status has no number after Uid: or VmSwap:");
    }
  }

  private static long effectiveUid(FileBytes file, int uids) {
    FieldCursor fields = new FieldCursor(file, uids);
    fields.skip(1);
    return fields.number().orElseThrow();
  }

  private static long swappedBytes(FileBytes file) {
    int swap = file.afterLineStart("VmSwap:");
    return swap < 0 ? 0 : new FieldCursor(file, swap).number().orElseThrow() * 1024;
  }
}
