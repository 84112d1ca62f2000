package ratelab.exporter.proc;

import ratelab.exporter.proc.files.TaskDirectory;
import ratelab.exporter.proc.libc.Errno;

/** What a negated errno means for whoever wanted to read. */
final class Unread {
  private Unread() {}

  static <T> Outcome<T> because(int negatedErrno, TaskDirectory task, String file) {
    int errno = -negatedErrno;
    if (Errno.isGone(errno)) return new Outcome.Gone<>();
    if (Errno.isDenied(errno)) return new Outcome.Denied<>(task.path(file));
    return new Outcome.Failed<>(task.path(file) + ": " + Errno.describe(errno));
  }
}
