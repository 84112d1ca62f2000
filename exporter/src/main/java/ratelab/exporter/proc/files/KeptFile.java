package ratelab.exporter.proc.files;

/**
 * A file or directory of a process that is read again and again: kept open from its first read on,
 * or read by its path where that cannot be. The kernel ties a descriptor to the process and not to
 * its pid, so that one kept open never shows another process. The only owner of its descriptor.
 */
public final class KeptFile implements AutoCloseable {
  private final ProcFiles files;
  private final TaskDirectory task;
  private final String name;
  private int descriptor = ProcFiles.NOT_KEPT;

  public KeptFile(ProcFiles files, TaskDirectory task, String name) {
    this.files = files;
    this.task = task;
    this.name = name;
  }

  /** Whether it is open, so that the next read is certain to meet the same process. */
  public boolean isKept() {
    return descriptor >= 0;
  }

  /** Opens it if it can be kept; 0, {@link ProcFiles#NOT_KEPT} or the negated errno. */
  public int open() {
    if (descriptor >= 0) return 0;
    int opened = files.keep(task, name);
    if (opened < 0) return opened;
    descriptor = opened;
    return 0;
  }

  /** Its length or the negated errno. */
  public int read() {
    int opened = open();
    if (opened == ProcFiles.NOT_KEPT) return files.read(task, name);
    return opened < 0 ? opened : files.readKept(descriptor);
  }

  /** Its number of entries or the negated errno. */
  public int list(NumberedEntries into) {
    int opened = open();
    if (opened == ProcFiles.NOT_KEPT) return files.list(task, name, into);
    return opened < 0 ? opened : files.listKept(descriptor, into);
  }

  @Override
  public void close() {
    if (descriptor < 0) return;
    int open = descriptor;
    descriptor = ProcFiles.NOT_KEPT;
    files.release(open);
  }
}
