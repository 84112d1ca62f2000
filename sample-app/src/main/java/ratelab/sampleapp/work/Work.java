package ratelab.sampleapp.work;

import java.io.IOException;
import java.time.Duration;
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

  /** Work of the given kind; {@link WorkKind} says what becomes of {@code sleep}. */
  public static Work of(WorkKind kind, Duration sleep, Duration cpu) {
    return new Work(new CpuBurn(cpu), kind.pause(sleep));
  }

  /**
   * Does it all on the calling platform thread.
   *
   * @throws IOException if the pause fails
   * @throws InterruptedException if the application is closing
   */
  public void perform() throws IOException, InterruptedException {
    burn.spend();
    pause.pass();
  }

  /**
   * Starts it and returns at once.
   *
   * @param cpu where to burn
   * @param timer what ends a sleep
   * @return completes when the work is done
   */
  public CompletableFuture<Void> begin(Executor cpu, ScheduledExecutorService timer) {
    var burnt =
        burn.cpu().isZero()
            ? CompletableFuture.<Void>completedFuture(null)
            : CompletableFuture.runAsync(burn::spend, cpu);
    return burnt.thenCompose(nothing -> pause.begin(timer));
  }
}
