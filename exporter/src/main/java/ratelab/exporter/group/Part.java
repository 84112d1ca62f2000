package ratelab.exporter.group;

/** A part of a process that is read by itself, and may fail or be denied by itself. */
public enum Part {
  CMDLINE("cmdline", "which group the process belongs to"),
  STATUS("status", "context switches and swapped memory"),
  IO("io", "read_bytes_total and write_bytes_total"),
  DESCRIPTORS("fd", "open_filedesc and worst_fd_ratio"),
  LIMITS("limits", "worst_fd_ratio"),
  WAIT_CHANNEL("wchan", "threads_wchan"),
  THREADS("task", "states and the thread families"),
  PROPORTIONAL("smaps", "proportional memory");

  private final String file;
  private final String feeds;

  Part(String file, String feeds) {
    this.file = file;
    this.feeds = feeds;
  }

  /** The file or directory below {@code /proc/PID}. */
  public String file() {
    return file;
  }

  /** The metrics that need it, for messages. */
  String feeds() {
    return feeds;
  }
}
