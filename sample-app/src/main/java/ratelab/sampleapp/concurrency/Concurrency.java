package ratelab.sampleapp.concurrency;

import java.util.concurrent.CompletableFuture;
import ratelab.sampleapp.work.Work;

/**
 * Decides when and where a request is worked off. Work that was handed over is always done, whether
 * or not anybody still waits for it; the calling thread never blocks.
 */
public sealed interface Concurrency extends AutoCloseable
    permits AsyncConcurrency, ThreadConcurrency {

  /**
   * Queues the work of one request.
   *
   * @return completes after {@link Progress#ended}, exceptionally after {@link Progress#failed};
   *     never, if the application is closed first
   */
  CompletableFuture<Void> handle(Work work, Progress progress);

  /** Abandons all work, running or waiting, without waiting for it. */
  @Override
  void close();
}
