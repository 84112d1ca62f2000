package ratelab.exporter.proc;

import ratelab.exporter.proc.files.FieldCursor;
import ratelab.exporter.proc.files.KeptFile;
import ratelab.exporter.proc.files.ProcFiles;
import ratelab.exporter.proc.files.TaskDirectory;

/**
 * Tells by {@code statm}, the cheapest file there is, whether the memory of a process has changed.
 * The kernel counts resident pages there and in stat in two ways that may differ a little, so the
 * numbers themselves are good for nothing but comparing.
 */
final class MemorySize implements AutoCloseable {
  private static final long UNKNOWN = -1;

  private final ProcFiles files;
  private final KeptFile statm;
  private long virtualPages = UNKNOWN;
  private long residentPages = UNKNOWN;

  MemorySize(ProcFiles files, TaskDirectory process) {
    this.files = files;
    this.statm = new KeptFile(files, process, "statm");
  }

  /** What {@link #look} has seen. */
  enum Look {
    SAME,
    CHANGED,
    /** The process is no more. */
    GONE,
    /** The file is not kept open, so what it says could be another process's. */
    UNSURE
  }

  /** Looks for the first time, or anew; the process must be confirmed afterwards. */
  void start() {
    if (statm.open() == 0) look();
  }

  /** Compares with the last look. */
  Look look() {
    if (!statm.isKept()) return Look.UNSURE;
    if (statm.read() < 0) return Look.GONE;
    FieldCursor fields = files.bytes().fieldsFrom(0);
    long virtualNow = fields.number();
    long residentNow = fields.number();
    boolean same = virtualNow == virtualPages && residentNow == residentPages;
    virtualPages = virtualNow;
    residentPages = residentNow;
    return same ? Look.SAME : Look.CHANGED;
  }

  @Override
  public void close() {
    statm.close();
    virtualPages = UNKNOWN;
    residentPages = UNKNOWN;
  }
}
