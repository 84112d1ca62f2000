package ratelab.sampleapp.work;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sleeps within this process: a sleeping thread, or a timer.
 *
 * @param length how long
 */
public record SleepPause(Duration length) implements Pause {

  @Override
  public void pass() throws InterruptedException {
    Thread.sleep(length);
  }

  @Override
  public CompletableFuture<Void> begin(ScheduledExecutorService timer) {
    var over = new CompletableFuture<Void>();
    var _ = timer.schedule(() -> over.complete(null), length.toNanos(), TimeUnit.NANOSECONDS);
    return over;
  }
}
