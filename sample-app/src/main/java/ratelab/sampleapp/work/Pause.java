package ratelab.sampleapp.work;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/** The part of a handler that takes time and, in this process, next to no CPU. */
public sealed interface Pause permits ChildrenPause, ExecPause, NoPause, SleepPause {

  /**
   * Blocks the calling thread until the pause is over.
   *
   * @return CPU time of the child processes in nanoseconds, where there were some that told it
   * @throws IOException if the pause is made by a process that cannot be started or fails
   * @throws InterruptedException if the application is closing
   */
  OptionalLong pass() throws IOException, InterruptedException;

  /**
   * Starts the pause and returns at once.
   *
   * @param timer completes pauses that need a clock
   * @return completes as {@link #pass} returns, exceptionally where that would throw
   */
  CompletableFuture<OptionalLong> begin(ScheduledExecutorService timer);
}
