package ratelab.experiments.cli;

import java.io.IOException;
import java.time.Duration;
import ratelab.experiments.lab.docker.Engine;

/**
 * The process that a Docker lab starts beside itself: when its stdin closes before it is dismissed,
 * it removes everything of the run.
 */
final class WatchdogMain {
  // What was just being created when the lab died appears a moment later; an engine may be
  // restarting.
  private static final int ROUNDS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private WatchdogMain() {}

  /** The argument is the run's label. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Thread main = Thread.currentThread();
    // A Ctrl-C is meant for the lab: this process waits for the lab's end all the same.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> join(main)));
    if (System.in.read() >= 0) {
      return;
    }
    for (int round = 0; round < ROUNDS; round++) {
      remove(arguments[0]);
      Thread.sleep(PAUSE);
    }
  }

  private static void remove(String run) {
    try {
      Engine.find().leftovers().removeRun(run);
    } catch (RuntimeException e) {
      System.err.println("watchdog: " + e.getMessage());
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
