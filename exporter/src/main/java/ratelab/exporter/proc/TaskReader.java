package ratelab.exporter.proc;

import ratelab.exporter.proc.files.KeptFile;
import ratelab.exporter.proc.files.ProcFiles;
import ratelab.exporter.proc.files.TaskDirectory;

/**
 * The files that processes and threads alike have. Read by their paths, or once they are worth it
 * kept open.
 */
final class TaskReader implements AutoCloseable {
  private final ProcFiles files;
  private final TaskDirectory task;
  private final KeptFile stat;
  private final KeptFile status;
  private final KeptFile io;
  private final KeptFile waitChannel;
  private boolean keeping;
  private String lastComm = "";
  private String lastWaitChannel = "";

  TaskReader(ProcFiles files, TaskDirectory task) {
    this.files = files;
    this.task = task;
    this.stat = new KeptFile(files, task, "stat");
    this.status = new KeptFile(files, task, "status");
    this.io = new KeptFile(files, task, "io");
    this.waitChannel = new KeptFile(files, task, "wchan");
  }

  /** From the next read on, files stay open. */
  void keepOpen() {
    keeping = true;
  }

  Outcome<Stat> stat() {
    int length = read(stat, "stat");
    if (length < 0) return Unread.because(length, task, "stat");
    Outcome<Stat> outcome = StatParser.parse(task, files.bytes(), lastComm);
    if (outcome instanceof Outcome.Found<Stat>(Stat found)) lastComm = found.comm();
    return outcome;
  }

  Outcome<Status> status() {
    int length = read(status, "status");
    if (length < 0) return Unread.because(length, task, "status");
    return StatusParser.parse(task, files.bytes());
  }

  Outcome<IoBytes> io() {
    int length = read(io, "io");
    if (length < 0) return Unread.because(length, task, "io");
    return IoParser.parse(task, files.bytes());
  }

  Outcome<String> waitChannel() {
    int length = read(waitChannel, "wchan");
    if (length < 0) return Unread.because(length, task, "wchan");
    lastWaitChannel = WaitChannel.parse(files.bytes(), lastWaitChannel);
    return new Outcome.Found<>(lastWaitChannel);
  }

  private int read(KeptFile file, String name) {
    return keeping ? file.read() : files.read(task, name);
  }

  /** Closes what is open; it will be opened again only after {@link #keepOpen}. */
  @Override
  public void close() {
    keeping = false;
    stat.close();
    status.close();
    io.close();
    waitChannel.close();
  }
}
