package ratelab.sampleapp.work;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/** No pause: the handler is pure CPU. */
public record NoPause() implements Pause {

  @Override
  public OptionalLong pass() {
    return OptionalLong.empty();
  }

  @Override
  public CompletableFuture<OptionalLong> begin(ScheduledExecutorService timer) {
    return CompletableFuture.completedFuture(OptionalLong.empty());
  }
}
