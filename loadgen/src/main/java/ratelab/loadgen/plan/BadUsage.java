package ratelab.loadgen.plan;

/** A command line that cannot be run; the message names the flag, what is wrong, and the remedy. */
final class BadUsage extends Exception {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private BadUsage(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** A value that cannot be read. */
  static BadUsage unreadable(String message) {
    return new BadUsage(2, message);
  }

  /** Values that can be read and make no sense. */
  static BadUsage senseless(String message) {
    return new BadUsage(1, message);
  }

  int exitCode() {
    return exitCode;
  }
}
