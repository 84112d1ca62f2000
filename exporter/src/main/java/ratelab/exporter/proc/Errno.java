package ratelab.exporter.proc;

/** Names for the error numbers that reading a procfs can meet; values of Linux. */
final class Errno {
  private Errno() {}

  static String describe(int errno) {
    return switch (errno) {
      case 1 -> "operation not permitted";
      case 2 -> "no such file or directory";
      case 3 -> "no such process";
      case 5 -> "input/output error";
      case 12 -> "out of memory";
      case 13 -> "permission denied";
      case 20 -> "not a directory";
      case 21 -> "is a directory";
      case 23, 24 -> "too many open files";
      default -> "error number " + errno;
    };
  }
}
