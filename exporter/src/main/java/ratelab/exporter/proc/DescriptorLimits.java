package ratelab.exporter.proc;

import java.util.function.IntToLongFunction;
import ratelab.exporter.proc.files.ProcFiles;
import ratelab.exporter.proc.files.TaskDirectory;

/** Reads how many descriptors a process may open: by a system call, or else from its limits. */
final class DescriptorLimits {
  static final long UNKNOWN = -1;

  /** For where pids are not those of this process, or where there are no native calls. */
  static final IntToLongFunction NO_CALL = pid -> UNKNOWN;

  private final ProcFiles files;
  private final IntToLongFunction softLimitByPid;

  /**
   * @param softLimitByPid answers {@link Long#MAX_VALUE} for no limit, {@link #UNKNOWN} where it
   *     may not know
   */
  DescriptorLimits(ProcFiles files, IntToLongFunction softLimitByPid) {
    this.files = files;
    this.softLimitByPid = softLimitByPid;
  }

  /**
   * Goes by pid: the identity must be confirmed afterwards.
   *
   * @param earlier returned itself if nothing has changed
   */
  Outcome<Long> read(TaskDirectory process, Outcome<Long> earlier) {
    long soft = softLimitByPid.applyAsLong(process.pid());
    if (soft == UNKNOWN) return sameOr(earlier, fromFile(process));
    boolean same = earlier instanceof Outcome.Found<Long>(Long value) && value == soft;
    return same ? earlier : new Outcome.Found<>(soft);
  }

  private Outcome<Long> fromFile(TaskDirectory process) {
    int length = files.read(process, "limits");
    if (length < 0) return Unread.because(length, process, "limits");
    return LimitsParser.openFiles(process, files.bytes());
  }

  private static Outcome<Long> sameOr(Outcome<Long> earlier, Outcome<Long> now) {
    return now.equals(earlier) ? earlier : now;
  }
}
