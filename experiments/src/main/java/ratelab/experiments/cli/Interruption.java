package ratelab.experiments.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: the run's thread is interrupted, closes what it started, and only then does the process
 * end. Should it take too long, the guardian ends the children all the same.
 */
final class Interruption implements AutoCloseable {
  private static final long CLEAN_UP_SECONDS = 10;

  private final Thread run;
  private final Console console;
  // Not the end of the run's thread: that one waits in System.exit until the hook has ended.
  private final CountDownLatch cleanedUp = new CountDownLatch(1);
  private final Thread hook = new Thread(this::endRun, "interruption");

  private Interruption(Thread run, Console console) {
    this.run = run;
    this.console = console;
  }

  static Interruption of(Thread run, Console console) {
    Interruption interruption = new Interruption(run, console);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void endRun() {
    console.endLive();
    console.say("interrupted: ending what was started");
    run.interrupt();
    try {
      if (!cleanedUp.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS)) {
        console.say("it does not end by itself; what was started is killed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    cleanedUp.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook runs now; it has just been told that it may end.
    }
  }
}
