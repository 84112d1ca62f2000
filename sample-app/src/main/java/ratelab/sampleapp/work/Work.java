package ratelab.sampleapp.work;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * All that a handler does before it answers: first the burn, then the pause.
 *
 * @param burn the CPU time to spend, possibly none
 * @param pause the time to let pass, possibly none
 */
public record Work(CpuBurn burn, Pause pause) {

  /** A burn in this process, then a pause. */
  static Work of(Duration cpu, Pause pause) {
    return new Work(new CpuBurn(cpu), pause);
  }

  /**
   * Does it all on the calling platform thread.
   *
   * @return CPU time of the child processes in nanoseconds, where there were some that told it
   * @throws IOException if the pause fails
   * @throws InterruptedException if the application is closing
   */
  public OptionalLong perform() throws IOException, InterruptedException {
    burn.spend();
    return pause.pass();
  }

  /**
   * Starts it and returns at once.
   *
   * @param cpu where to burn
   * @param timer what ends a sleep
   * @return completes as {@link #perform} returns
   */
  public CompletableFuture<OptionalLong> begin(Executor cpu, ScheduledExecutorService timer) {
    var burnt =
        burn.cpu().isZero()
            ? CompletableFuture.<Void>completedFuture(null)
            : CompletableFuture.runAsync(burn::spend, cpu);
    return burnt.thenCompose(nothing -> pause.begin(timer));
  }
}
