package ratelab.sampleapp.concurrency;

import java.util.concurrent.CompletableFuture;
import ratelab.sampleapp.work.Work;

/**
 * Decides when and where a request is worked off. Work that was handed over is done when its turn
 * comes, unless {@link Progress#begins} declines; the calling thread never blocks.
 */
public sealed interface Concurrency extends AutoCloseable
    permits AsyncConcurrency, ThreadConcurrency {

  /**
   * Queues the work of one request.
   *
   * @return completes after {@link Progress#ended} or a {@link Progress#begins} that declined,
   *     exceptionally after a failure; never, if the application is closed first
   */
  CompletableFuture<Void> handle(Work work, Progress progress);

  /** Abandons all work, running or waiting, without waiting for it. */
  @Override
  void close();
}
