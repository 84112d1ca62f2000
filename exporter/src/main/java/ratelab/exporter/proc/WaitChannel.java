package ratelab.exporter.proc;

import ratelab.exporter.proc.files.FileBytes;

/** Parses {@code wchan}: the name of a kernel function, without an end of line. */
final class WaitChannel {
  /** Of a thread that runs, and of every thread for those who may not know. */
  private static final String NONE = "0";

  private WaitChannel() {}

  /** "" for none. */
  static String parse(FileBytes file, String earlier) {
    String name = file.text(0, file.length(), earlier);
    return name.equals(NONE) ? "" : name;
  }
}
