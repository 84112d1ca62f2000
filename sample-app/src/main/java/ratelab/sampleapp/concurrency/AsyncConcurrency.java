package ratelab.sampleapp.concurrency;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import ratelab.sampleapp.work.Work;

/**
 * Every request is begun at once and no thread waits: a timer ends the sleeps, the end of a child
 * process is an event, and only a CPU burn holds a thread.
 */
final class AsyncConcurrency implements Concurrency {
  private final ExecutorService cpu = CpuThreads.open();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("timer").factory());
  private volatile boolean closed;

  @Override
  public CompletableFuture<Void> handle(Work work, Progress progress) {
    try {
      if (!progress.begins()) {
        return CompletableFuture.completedFuture(null);
      }
    } catch (RuntimeException failure) {
      return fail(progress, failure);
    }
    return work.begin(cpu, timer)
        .thenAccept(progress::ended)
        .exceptionallyCompose(failure -> fail(progress, failure));
  }

  @Override
  public void close() {
    closed = true;
    cpu.shutdownNow();
    timer.shutdownNow();
  }

  private CompletableFuture<Void> fail(Progress progress, Throwable failure) {
    progress.failed();
    return closed ? new CompletableFuture<>() : CompletableFuture.failedFuture(failure);
  }
}
