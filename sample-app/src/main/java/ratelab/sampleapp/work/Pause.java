package ratelab.sampleapp.work;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/** The part of a handler that takes time and next to no CPU. */
public sealed interface Pause permits ExecPause, NoPause, SleepPause {

  /**
   * Blocks the calling thread until the pause is over.
   *
   * @throws IOException if the pause is made by a process that cannot be started or fails
   * @throws InterruptedException if the application is closing
   */
  void pass() throws IOException, InterruptedException;

  /**
   * Starts the pause and returns at once.
   *
   * @param timer completes pauses that need a clock
   * @return completes when the pause is over, exceptionally where {@link #pass} would throw
   */
  CompletableFuture<Void> begin(ScheduledExecutorService timer);
}
