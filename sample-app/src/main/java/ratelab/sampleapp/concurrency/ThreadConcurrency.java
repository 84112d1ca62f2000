package ratelab.sampleapp.concurrency;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import ratelab.sampleapp.work.Work;

/**
 * A handler occupies a thread from its first to its last moment: what single, pool and virtual have
 * in common. Requests that find no free thread wait in arrival order, without limit.
 */
final class ThreadConcurrency implements Concurrency {
  private final ExecutorService threads;
  private final Performer performer;

  ThreadConcurrency(ExecutorService threads, Performer performer) {
    this.threads = threads;
    this.performer = performer;
  }

  @Override
  public CompletableFuture<Void> handle(Work work, Progress progress) {
    var done = new CompletableFuture<Void>();
    threads.execute(() -> workOff(work, progress, done));
    return done;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    performer.close();
  }

  private void workOff(Work work, Progress progress, CompletableFuture<Void> done) {
    try {
      if (progress.begins()) {
        progress.ended(performer.perform(work));
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      progress.failed();
      return;
    } catch (IOException | RuntimeException failure) {
      progress.failed();
      done.completeExceptionally(failure);
      return;
    }
    done.complete(null);
  }
}
