package ratelab.loadgen.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ratelab.loadgen.engine.ExchangeSettings;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Tickets;

/**
 * One thread that carries many workers: it sends what is due, reads what has come, and ends what
 * has reached its limit. Unless said otherwise, only that thread calls.
 */
final class EventLoop {
  /** Large enough for a TLS record, and for most answers at once. */
  private static final int READ_BYTES = 64 * 1024;

  private final RunClock clock;
  private final Recorder recorder;
  private final Roster roster;
  private final Watch watch;
  private final Deadlines limits;
  private final Deadlines diallingLimits;
  private final List<Worker> workers = new ArrayList<>();
  private final ArrayDeque<Worker> unread = new ArrayDeque<>();
  private final Queue<Runnable> calls = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
  private final Consumer<SelectionKey> ready = this::ready;

  /**
   * @param lastIsOut told when the last of all requests has been sent
   * @param hire adds one more worker to the loop, if there may be more
   */
  EventLoop(
      ExchangeSettings settings,
      Tickets tickets,
      Watch watch,
      Recorder recorder,
      RunClock clock,
      Runnable lastIsOut,
      Consumer<EventLoop> hire) {
    this.clock = clock;
    this.recorder = recorder;
    this.roster = new Roster(tickets, clock, lastIsOut, () -> hire.accept(this));
    this.watch = watch;
    limits = new Deadlines(settings.timeout().toNanos());
    diallingLimits = new Deadlines(settings.access().connectTimeout().toNanos());
  }

  /** One more worker; before the loop runs, any thread may call this. */
  void add(Worker worker) {
    workers.add(worker);
    roster.add(worker);
  }

  /** Carries the workers until no request may be sent any more and all that were have ended. */
  void run() throws IOException {
    try (watch) {
      roster.send();
      while (roster.isWorking()) {
        pass();
      }
    } finally {
      workers.forEach(Worker::disconnect);
    }
  }

  private void pass() throws IOException {
    if (roster.hasFree() || !unread.isEmpty()) {
      watch.look(ready);
    } else {
      watch.await(roster.nextNanos(), roster.lastDueNanos(), limitNanos(), ready);
    }
    for (int count = unread.size(); count > 0; count--) {
      unread.remove().ready();
    }
    for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
      call.run();
    }
    long now = clock.elapsedNanos();
    limits.expire(now);
    diallingLimits.expire(now);
    roster.send();
  }

  private long limitNanos() {
    return Math.min(limits.nextNanos(), diallingLimits.nextNanos());
  }

  private void ready(SelectionKey key) {
    ((Worker) key.attachment()).ready();
    // The worker that has its answer sends its next request before others read theirs.
    roster.send();
  }

  /** The selector that watches the workers' connections. */
  Selector selector() {
    return watch.selector();
  }

  /** Now, since the run's start. */
  long now() {
    return clock.elapsedNanos();
  }

  /** The buffer that all reads share, emptied: what one of them leaves in it is lost. */
  ByteBuffer emptyBuffer() {
    return buffer.clear();
  }

  /** The limits for whole exchanges. */
  Deadlines limits() {
    return limits;
  }

  /** The limits for getting connected. */
  Deadlines diallingLimits() {
    return diallingLimits;
  }

  /** The worker's attempt has ended. */
  void ended(Worker worker) {
    limits.stop(worker.limit());
    recorder.record(worker.attempt());
    roster.release(worker);
  }

  /** The worker is asked to read on, after the others, though no event may announce the bytes. */
  void readOn(Worker worker) {
    unread.add(worker);
  }

  /** Looks a name up on another thread and tells the result on this one. */
  void lookUp(Origin origin, Consumer<Future<List<SocketAddress>>> then) {
    FutureTask<List<SocketAddress>> lookup = new FutureTask<>(origin::lookUp);
    Thread.ofVirtual()
        .name("lookup")
        .start(
            () -> {
              lookup.run();
              call(() -> then.accept(lookup));
            });
  }

  private void call(Runnable task) {
    calls.add(task);
    watch.wake();
  }

  /** Looks at the schedule anew; any thread may call this. */
  void wake() {
    watch.wake();
  }

  /** Gives up every request in flight; any thread may call this. */
  void abandon() {
    call(() -> workers.forEach(Worker::abandon));
  }

  /** The workers; of use to others before and after the loop runs. */
  Stream<Worker> workers() {
    return workers.stream();
  }

  /** Frees what a loop that never ran holds. */
  void close() throws IOException {
    watch.close();
  }
}
