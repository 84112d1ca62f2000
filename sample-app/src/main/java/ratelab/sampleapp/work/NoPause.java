package ratelab.sampleapp.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/** No pause: the handler is pure CPU. */
public record NoPause() implements Pause {

  @Override
  public void pass() {}

  @Override
  public CompletableFuture<Void> begin(ScheduledExecutorService timer) {
    return CompletableFuture.completedFuture(null);
  }
}
