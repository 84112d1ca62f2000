package ratelab.loadgen.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Schedule;

/** Drives the workers of one run, each on a thread of its own. */
public final class LoadEngine implements Engine {
  /** Platform threads are fairer and time better; above this many their stacks cost more. */
  private static final int MOST_PLATFORM_THREADS = 500;

  private final RunClock clock;
  private final Gate gate;
  private final List<WorkerLoop> loops;
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * Sets up the workers without sending anything.
   *
   * @param clock started by {@link #drive}
   */
  public LoadEngine(Schedule schedule, Transport transport, Recorder recorder, RunClock clock) {
    this.clock = clock;
    gate = new Gate(schedule.tickets(), clock);
    loops =
        IntStream.range(0, schedule.workers())
            .mapToObj(
                worker ->
                    new WorkerLoop(
                        worker,
                        gate,
                        schedule.turns(worker),
                        transport.exchanger(clock),
                        recorder,
                        clock))
            .toList();
  }

  @Override
  public void drive() throws InterruptedException {
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(threads())) {
      clock.start();
      for (Future<Void> worker : threads.invokeAll(loops.stream().map(this::task).toList())) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed: " + e.getCause(), e.getCause());
    } finally {
      ended.countDown();
    }
  }

  private ThreadFactory threads() {
    return loops.size() > MOST_PLATFORM_THREADS
        ? Thread.ofVirtual().name("worker-", 0).factory()
        : Thread.ofPlatform().daemon().name("worker-", 0).factory();
  }

  /** A worker that breaks must not leave the others running. */
  private Callable<Void> task(WorkerLoop loop) {
    return () -> {
      boolean completed = false;
      try {
        loop.run();
        completed = true;
      } finally {
        if (!completed) {
          abandon();
        }
      }
      return null;
    };
  }

  @Override
  public void finishWithin(Duration grace) {
    gate.close();
    Thread.ofVirtual().start(() -> abandonAfter(grace));
  }

  private void abandonAfter(Duration grace) {
    try {
      if (!ended.await(grace.toNanos(), TimeUnit.NANOSECONDS)) {
        abandon();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void abandon() {
    gate.close();
    loops.forEach(WorkerLoop::abandon);
  }

  @Override
  public long sent() {
    return gate.passed();
  }

  @Override
  public long stopNanos() {
    return gate.endNanos();
  }

  @Override
  public long missedTurns() {
    return loops.stream().mapToLong(WorkerLoop::missedTurns).sum();
  }
}
