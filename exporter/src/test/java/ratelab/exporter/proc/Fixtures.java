package ratelab.exporter.proc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.TaskDirectory;

/** Captured procfs trees. */
public final class Fixtures {
  /** Files as a kernel wrote them, for processes with hostile names and for some without memory. */
  public static final Path CAPTURED = Path.of("src/test/resources/procfs");

  /** Files that are missing, empty or cut. */
  public static final Path BROKEN = Path.of("src/test/resources/broken-procfs");

  /** A process with threads, captured with all that is read of it. */
  public static final Path THREADED = Path.of("src/test/resources/threaded-procfs");

  /** The numbers of the process that the tests of process-exporter read. */
  public static final Path UPSTREAM = Path.of("src/test/resources/upstream-procfs");

  public static final int KERNEL_THREAD = 2;
  public static final int PARENTHESES = 26139;
  public static final int CUT_CHARACTER = 26140;
  public static final int NEWLINE = 26141;
  public static final int OWN_TITLE = 26142;
  public static final int BASH = 26143;
  public static final int ZOMBIE = 26144;

  public static final int THREE_THREADS = 23078;
  public static final int UPSTREAM_PROCESS = 14804;

  /** A process whose files all end too early. */
  public static final int CUT = 106;

  private Fixtures() {}

  /** A file as it was captured. */
  static FileBytes file(Path root, TaskDirectory task, String name) {
    try {
      return FileBytes.of(Files.readAllBytes(root.resolve(task.path(name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FileBytes file(Path root, int pid, String name) {
    return file(root, TaskDirectory.ofProcess(pid), name);
  }
}
