package ratelab.loadgen.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import ratelab.loadgen.engine.Engine;
import ratelab.loadgen.engine.ExchangeSettings;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.schedule.Tickets;

/** Drives the workers of one run on a few event loops. */
public final class WireEngine implements Engine {
  /** One loop drives more than a server of one processor can answer. */
  private static final int PROCESSORS_PER_LOOP = 4;

  private final RunClock clock;
  private final Tickets tickets;
  private final List<EventLoop> loops = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * Sets up the workers without sending anything.
   *
   * @param clock started by {@link #drive}
   */
  public WireEngine(
      Schedule schedule, ExchangeSettings settings, Recorder recorder, RunClock clock) {
    this.clock = clock;
    tickets = schedule.tickets();
    Messages messages = new Messages(settings, tlsContext());
    for (int i = 0; i < loopCount(schedule.workers()); i++) {
      Roster roster = new Roster(tickets, clock, this::wakeAll);
      loops.add(new EventLoop(settings, roster, watch(clock), recorder, clock));
    }
    for (int number = 0; number < schedule.workers(); number++) {
      EventLoop loop = loops.get(number % loops.size());
      loop.add(new Worker(number, schedule.turns(number), loop, settings, messages));
    }
  }

  private static int loopCount(int workers) {
    int processors = Runtime.getRuntime().availableProcessors();
    return Math.clamp(processors / PROCESSORS_PER_LOOP, 1, workers);
  }

  private static SSLContext tlsContext() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static Watch watch(RunClock clock) {
    try {
      return new Watch(clock, Runtime.getRuntime().availableProcessors() > 1);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot watch sockets", e);
    }
  }

  @Override
  public void drive() throws InterruptedException {
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("event-loop-", 0).factory())) {
      clock.start();
      for (Future<Void> loop : threads.invokeAll(loops.stream().map(this::task).toList())) {
        loop.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("an event loop failed: " + e.getCause(), e.getCause());
    } finally {
      ended.countDown();
    }
  }

  /** A loop that breaks must not leave the others running. */
  private Callable<Void> task(EventLoop loop) {
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

  private void wakeAll() {
    loops.forEach(EventLoop::wake);
  }

  @Override
  public void finishWithin(Duration grace) {
    close();
    Thread.ofVirtual().start(() -> abandonAfter(grace));
  }

  private void close() {
    tickets.stop(clock.elapsedNanos());
    wakeAll();
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
    close();
    loops.forEach(EventLoop::abandon);
  }

  @Override
  public long sent() {
    return tickets.issued();
  }

  @Override
  public long stopNanos() {
    return tickets.endNanos();
  }

  @Override
  public long missedTurns() {
    return loops.stream()
        .flatMap(EventLoop::workers)
        .mapToLong(worker -> worker.turns().missed())
        .sum();
  }
}
