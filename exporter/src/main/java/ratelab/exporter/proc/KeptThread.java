package ratelab.exporter.proc;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.files.KeptFile;
import ratelab.exporter.proc.files.ProcFiles;
import ratelab.exporter.proc.files.TaskDirectory;

/**
 * A thread that is measured again and again. Its schedstat, the nanoseconds it has run, tells
 * whether anything else can have changed.
 */
final class KeptThread implements AutoCloseable {
  private static final String SCHEDSTAT = "schedstat";

  private final ProcFiles files;
  private final TaskDirectory task;
  private final TaskReader reader;
  private final KeptFile schedstat;
  private @Nullable Found<ThreadReading> last;
  private long lastNanos = CpuClock.UNREADABLE;

  KeptThread(ProcFiles files, TaskDirectory task) {
    this.files = files;
    this.task = task;
    this.reader = new TaskReader(files, task);
    this.schedstat = new KeptFile(files, task, SCHEDSTAT);
  }

  int tid() {
    return task.tid();
  }

  /** The very same reading if it has not run since; {@code Gone} if it has ended. */
  Outcome<ThreadReading> measure(boolean keepOpen) {
    // Only a file opened earlier surely belongs to the thread of the last reading.
    boolean sameThread = schedstat.isKept();
    long nanos = runNanos(keepOpen);
    boolean idle = sameThread && nanos == lastNanos && nanos != CpuClock.UNREADABLE;
    if (idle && last != null && last.value().isSettled()) return last;
    if (keepOpen && last != null) reader.keepOpen();
    lastNanos = CpuClock.UNREADABLE;
    Outcome<Status> status = reader.status();
    Outcome<IoBytes> io = reader.io();
    Outcome<String> waitChannel = reader.waitChannel();
    return reader
        .stat()
        .then(
            stat ->
                isStranger(stat)
                    ? new Outcome.Gone<>()
                    : remember(nanos, new ThreadReading(stat, status, io, waitChannel, of(nanos))));
  }

  private static OptionalLong of(long nanos) {
    return nanos == CpuClock.UNREADABLE ? OptionalLong.empty() : OptionalLong.of(nanos);
  }

  /** The thread's id was given to another one meanwhile. */
  private boolean isStranger(Stat stat) {
    return last != null && !last.value().stat().id().equals(stat.id());
  }

  private Outcome<ThreadReading> remember(long nanos, ThreadReading reading) {
    lastNanos = nanos;
    Found<ThreadReading> found = new Found<>(reading);
    last = found;
    return found;
  }

  private long runNanos(boolean keepOpen) {
    int length = keepOpen ? schedstat.read() : files.read(task, SCHEDSTAT);
    return length < 0 ? CpuClock.UNREADABLE : files.bytes().fieldsFrom(0).number();
  }

  @Override
  public void close() {
    reader.close();
    schedstat.close();
  }
}
