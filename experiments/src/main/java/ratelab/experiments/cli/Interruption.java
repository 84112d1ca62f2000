package ratelab.experiments.cli;

/**
 * Ctrl-C: the run's thread is interrupted, closes what it started, and only then does the process
 * end. Should it take too long, the guardian ends the children all the same.
 */
final class Interruption implements AutoCloseable {
  private static final long CLEAN_UP_MILLIS = 10_000;

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  static Interruption of(Thread run, Console console) {
    Thread hook =
        new Thread(
            () -> {
              console.warn("interrupted: ending what was started");
              run.interrupt();
              try {
                run.join(CLEAN_UP_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "interruption");
    java.lang.Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  @Override
  public void close() {
    try {
      java.lang.Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook runs now and waits for this thread.
    }
  }
}
