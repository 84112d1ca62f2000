package ratelab.loadgen.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import ratelab.loadgen.engine.Ending;
import ratelab.loadgen.engine.Engine;
import ratelab.loadgen.engine.ExchangeSettings;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.HttpVersion;
import ratelab.loadgen.request.TlsContext;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.schedule.Tickets;
import ratelab.loadgen.schedule.TurnSource;

/** Drives the workers of one run on a few event loops. */
public final class WireEngine implements Engine {
  /** One loop drives more than a server of one processor can answer. */
  private static final int PROCESSORS_PER_LOOP = 4;

  private final RunClock clock;
  private final ExchangeSettings settings;
  private final Messages messages;
  private final Tickets tickets;
  private final TurnSource turns;
  private final int mostWorkers;
  private final AtomicInteger workers = new AtomicInteger();
  private final List<EventLoop> loops = new ArrayList<>();
  private final Ending ending = new Ending();

  /**
   * Sets up the workers without sending anything.
   *
   * @param clock started by {@link #drive}
   */
  public WireEngine(
      Schedule schedule, ExchangeSettings settings, Recorder recorder, RunClock clock) {
    this.clock = clock;
    this.settings = settings;
    mostWorkers = schedule.mostWorkers();
    tickets = schedule.tickets();
    turns = schedule.begin();
    messages = new Messages(settings, this::tlsContext);
    for (int i = 0; i < loopCount(schedule.workers()); i++) {
      loops.add(loop(schedule.spin(), recorder));
    }
    for (int i = 0; i < schedule.workers(); i++) {
      hire(loops.get(i % loops.size()));
    }
  }

  private EventLoop loop(boolean spin, Recorder recorder) {
    try {
      Watch watch = new Watch(clock, spin && Runtime.getRuntime().availableProcessors() > 1);
      return new EventLoop(settings, tickets, watch, recorder, clock, this::wakeAll, this::hire);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot watch sockets", e);
    }
  }

  private void hire(EventLoop loop) {
    int number = workers.getAndUpdate(count -> Math.min(count + 1, mostWorkers));
    if (number < mostWorkers) {
      loop.add(new Worker(number, turns.turns(number), loop, settings, messages));
    }
  }

  /** Whether this engine can do what is asked for. */
  public static boolean supports(ExchangeSettings settings) {
    Access access = settings.access();
    return access.version() == HttpVersion.HTTP_1_1 && access.proxy().isEmpty();
  }

  /** Only the first workers count: those that are hired later join one of these loops. */
  private static int loopCount(int workers) {
    int processors = Runtime.getRuntime().availableProcessors();
    return Math.clamp(processors / PROCESSORS_PER_LOOP, 1, workers);
  }

  private SSLContext tlsContext() {
    try {
      return TlsContext.of(settings.access().tls());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
      ending.reach();
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
    tickets.stop(clock.elapsedNanos());
    wakeAll();
    ending.unlessWithin(grace, this::abandon);
  }

  @Override
  public void abandon() {
    tickets.revoke(clock.elapsedNanos());
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
  public int workers() {
    return workers.get();
  }

  @Override
  public long missedTurns() {
    return loops.stream()
        .flatMap(EventLoop::workers)
        .mapToLong(worker -> worker.turns().missed())
        .sum();
  }

  @Override
  public void close() {
    for (EventLoop loop : loops) {
      try {
        loop.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot stop watching sockets", e);
      }
    }
  }
}
