package ratelab.loadgen.engine;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntFunction;

/**
 * The workers of a run, each on a thread of its own. A crew that may grow hires one more whenever
 * none is left waiting for a turn.
 */
final class Crew {
  private final int first;
  private final int most;
  private final IntFunction<WorkerLoop> hire;
  private final ThreadFactory threads;
  private final IdleWorkers idle = new IdleWorkers(this::wanted);
  private final List<WorkerLoop> loops = new CopyOnWriteArrayList<>();
  private final Queue<Future<?>> running = new ConcurrentLinkedQueue<>();
  private final Semaphore wanted = new Semaphore(0);
  private final CountDownLatch ready;
  private final CountDownLatch begun = new CountDownLatch(1);

  /**
   * @param first workers to begin with
   * @param hire makes the worker with a number, from 0
   */
  Crew(int first, int most, IntFunction<WorkerLoop> hire, ThreadFactory threads) {
    this.first = first;
    this.most = most;
    this.hire = hire;
    this.threads = threads;
    this.ready = new CountDownLatch(first);
  }

  /** Counts the workers that wait for a turn. */
  IdleWorkers idle() {
    return idle;
  }

  /** Makes the first workers without starting them. */
  void assemble() {
    for (int worker = 0; worker < first; worker++) {
      loops.add(hire.apply(worker));
    }
  }

  private void wanted() {
    if (most > first) {
      wanted.release();
    }
  }

  /**
   * Runs all workers to their end.
   *
   * @param begin called when the first workers are ready, so that starting them delays no request
   * @param broken called when a worker fails, so that the others do not run on
   * @throws IllegalStateException if a worker failed
   */
  void work(Runnable begin, Runnable broken) throws InterruptedException {
    try (ExecutorService executor = Executors.newThreadPerTaskExecutor(threads)) {
      loops.forEach(loop -> start(executor, loop, broken));
      ready.await();
      begin.run();
      begun.countDown();
      Thread recruiter = Thread.ofVirtual().start(() -> recruit(executor, broken));
      try {
        awaitAll();
      } finally {
        recruiter.interrupt();
        recruiter.join();
      }
      awaitAll();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed: " + e.getCause(), e.getCause());
    }
  }

  private void start(ExecutorService executor, WorkerLoop loop, Runnable broken) {
    running.add(
        executor.submit(
            () -> {
              boolean completed = false;
              try {
                loop.settle();
                ready.countDown();
                begun.await();
                loop.run();
                completed = true;
              } finally {
                if (!completed) {
                  broken.run();
                }
              }
              return null;
            }));
  }

  private void recruit(ExecutorService executor, Runnable broken) {
    try {
      while (loops.size() < most) {
        wanted.acquire();
        wanted.drainPermits();
        if (idle.none()) {
          WorkerLoop loop = hire.apply(loops.size());
          loops.add(loop);
          start(executor, loop, broken);
        }
      }
    } catch (InterruptedException e) {
      // The run is over.
    }
  }

  private void awaitAll() throws InterruptedException, ExecutionException {
    for (Future<?> worker = running.poll(); worker != null; worker = running.poll()) {
      worker.get();
    }
  }

  /** Gives up every request in flight. */
  void abandon() {
    loops.forEach(WorkerLoop::abandon);
  }

  /** Workers so far. */
  int size() {
    return loops.size();
  }

  /** Turns that no worker was free for. */
  long missedTurns() {
    return loops.stream().mapToLong(WorkerLoop::missedTurns).sum();
  }
}
