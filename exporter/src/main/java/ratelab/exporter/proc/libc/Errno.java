package ratelab.exporter.proc.libc;

import java.util.Map;

/** The error numbers that reading a procfs can meet; values of Linux. */
public final class Errno {
  public static final int NOT_PERMITTED = 1;
  public static final int NO_FILE = 2;
  public static final int NO_PROCESS = 3;
  public static final int INPUT_OUTPUT = 5;
  public static final int ACCESS_DENIED = 13;
  public static final int OUT_OF_RANGE = 34;

  private static final Map<Integer, String> TEXTS =
      Map.of(
          NOT_PERMITTED,
          "operation not permitted",
          NO_FILE,
          "no such file or directory",
          NO_PROCESS,
          "no such process",
          INPUT_OUTPUT,
          "input/output error",
          12,
          "cannot allocate memory",
          ACCESS_DENIED,
          "permission denied",
          20,
          "not a directory",
          21,
          "is a directory",
          23,
          "too many open files in system",
          24,
          "too many open files");

  private Errno() {}

  /** Whether the file, or the process that it tells of, is no longer there. */
  public static boolean isGone(int errno) {
    return errno == NO_FILE || errno == NO_PROCESS;
  }

  /** Whether this user may not, while another might. */
  public static boolean isDenied(int errno) {
    return errno == NOT_PERMITTED || errno == ACCESS_DENIED;
  }

  public static String describe(int errno) {
    return TEXTS.getOrDefault(errno, "error number " + errno);
  }

  /** The number that the C library describes so, in any case; an input/output error if unknown. */
  public static int described(String text) {
    for (Map.Entry<Integer, String> known : TEXTS.entrySet()) {
      if (known.getValue().equalsIgnoreCase(text)) return known.getKey();
    }
    return INPUT_OUTPUT;
  }
}
