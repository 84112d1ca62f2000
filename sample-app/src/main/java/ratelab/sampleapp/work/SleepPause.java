package ratelab.sampleapp.work;

import java.time.Duration;
import java.util.OptionalLong;
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
  public OptionalLong pass() throws InterruptedException {
    Thread.sleep(length);
    return OptionalLong.empty();
  }

  @Override
  public CompletableFuture<OptionalLong> begin(ScheduledExecutorService timer) {
    var over = new CompletableFuture<OptionalLong>();
    var _ =
        timer.schedule(
            () -> over.complete(OptionalLong.empty()), length.toNanos(), TimeUnit.NANOSECONDS);
    return over;
  }
}
