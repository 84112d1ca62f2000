package ratelab.exporter.proc;

import java.nio.file.Path;

/** Captured procfs trees. */
public final class Fixtures {
  /** Files as a kernel wrote them, for processes with hostile names and for some without memory. */
  public static final Path CAPTURED = Path.of("src/test/resources/procfs");

  /** Files that are missing, empty or cut. */
  public static final Path BROKEN = Path.of("src/test/resources/broken-procfs");

  public static final int KERNEL_THREAD = 2;
  public static final int PARENTHESES = 26139;
  public static final int CUT_CHARACTER = 26140;
  public static final int NEWLINE = 26141;
  public static final int OWN_TITLE = 26142;
  public static final int BASH = 26143;
  public static final int ZOMBIE = 26144;

  private Fixtures() {}
}
