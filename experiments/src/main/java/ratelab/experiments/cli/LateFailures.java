package ratelab.experiments.cli;

import java.io.PrintWriter;

/**
 * What threads fail with that nobody waits for, such as a library's own clean-up at the end. One
 * line each; nothing once the run's failure has been explained, for theirs is its consequence: an
 * engine that was stopped does not remove its containers, either.
 */
final class LateFailures implements Thread.UncaughtExceptionHandler {
  private final PrintWriter err;
  private final boolean verbose;
  private volatile boolean explained;

  LateFailures(PrintWriter err, boolean verbose) {
    this.err = err;
    this.verbose = verbose;
  }

  /** The user has been told why the run failed. */
  void explained() {
    explained = true;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    if (verbose) {
      failure.printStackTrace(err);
    } else if (!explained) {
      err.println("lab: in " + thread.getName() + ": " + Expected.message(failure));
    }
    err.flush();
  }
}
