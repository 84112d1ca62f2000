package ratelab.exporter.proc;

import java.io.IOException;

/** Acquires the bytes of files below one directory. One thread at a time. */
interface ProcFiles extends AutoCloseable {
  /** First size of a buffer: every file read here but a long command line fits. */
  int BUFFER_BYTES = 16 * 1024;

  /** No file is read further than this, as process-exporter does with command lines. */
  int MAX_BYTES = 1024 * 1024;

  /** Reads a file from its start; {@code path} is relative, such as {@code 42/stat}. */
  Outcome<FileBytes> read(String path);

  @Override
  void close() throws IOException;
}
