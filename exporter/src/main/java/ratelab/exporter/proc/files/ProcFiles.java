package ratelab.exporter.proc.files;

import java.io.IOException;

/**
 * Acquires what is below the root of a procfs. Every method answers a count or the negated errno,
 * so that what is read most often makes no garbage. One thread at a time.
 */
public interface ProcFiles extends AutoCloseable {
  /** First size of a buffer: every file read here but a long command line fits. */
  int BUFFER_BYTES = 16 * 1024;

  /** No file is read further than this, as process-exporter does with command lines. */
  int MAX_BYTES = 1024 * 1024;

  /** What {@link #keep} answers when the file is to be read by its path instead. */
  int NOT_KEPT = Integer.MIN_VALUE;

  /** What was last read. */
  FileBytes bytes();

  /** Reads a file by its path from the root, such as {@code uptime}; its length. */
  int read(String path);

  /** Reads a file of a process or thread by its path; its length. */
  int read(TaskDirectory task, String file);

  /** Lists all processes, ascending; their number. */
  int listProcesses(NumberedEntries into);

  /** Lists a directory of a process by its path, ascending; the number of entries. */
  int list(TaskDirectory task, String directory, NumberedEntries into);

  /** How many descriptors a process has open. */
  int countDescriptors(TaskDirectory process);

  /**
   * Opens a file or directory to be read often, if this reader keeps any and the budget allows it.
   *
   * @return a descriptor, {@link #NOT_KEPT}, or the negated errno
   */
  int keep(TaskDirectory task, String file);

  /** Reads a file kept open, from its start; its length. */
  int readKept(int descriptor);

  /** Lists a directory kept open, ascending; the number of entries. */
  int listKept(int descriptor, NumberedEntries into);

  /** Closes what was kept open. */
  void release(int descriptor);

  @Override
  void close() throws IOException;
}
