package ratelab.exporter.proc;

import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.TaskDirectory;

/** Parses {@code io} of a process or thread; see proc_pid_io(5). */
final class IoParser {
  private IoParser() {}

  static Outcome<IoBytes> parse(TaskDirectory task, FileBytes file) {
    int read = file.afterLineStart("read_bytes:");
    int written = file.afterLineStart("write_bytes:");
    if (read < 0 || written < 0) return cut(task);
    IoBytes bytes = new IoBytes(file.fieldsFrom(read).number(), file.fieldsFrom(written).number());
    return bytes.read() < 0 || bytes.written() < 0 ? cut(task) : new Outcome.Found<>(bytes);
  }

  private static Outcome<IoBytes> cut(TaskDirectory task) {
    return new Outcome.Failed<>(
        task.path("io") + " has no number after read_bytes: or write_bytes:");
  }
}
