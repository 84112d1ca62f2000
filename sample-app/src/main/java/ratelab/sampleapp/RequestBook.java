package ratelab.sampleapp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import ratelab.sampleapp.concurrency.Progress;
import ratelab.sampleapp.cure.DropReason;
import ratelab.sampleapp.log.CpuClock;
import ratelab.sampleapp.log.HandlerEntry;
import ratelab.sampleapp.log.HandlerLog;

/**
 * Keeps the books: a request that was read is rejected, or it is waiting, then dropped or in
 * flight, then handled.
 */
final class RequestBook {
  private final HandlerLog log;
  private final CpuClock cpuClock;
  private final InstantSource clock;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicLong handled = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  RequestBook(HandlerLog log, CpuClock cpuClock, InstantSource clock) {
    this.log = log;
    this.cpuClock = cpuClock;
    this.clock = clock;
  }

  /** Enters a request that was just read and may not wait. */
  void rejected(String id, int remotePort) {
    log.append(HandlerEntry.rejected(id, remotePort, clock.instant()));
    rejected.incrementAndGet();
  }

  /**
   * Opens an account for a request that was just read.
   *
   * @param reasonToDrop is asked when its turn comes
   */
  Account arrived(String id, int remotePort, Function<Instant, Optional<DropReason>> reasonToDrop) {
    waiting.incrementAndGet();
    return new Account(id, remotePort, reasonToDrop);
  }

  /** Requests that were read and whose work has not begun. */
  int waiting() {
    return waiting.get();
  }

  /** Requests whose work has begun and not ended. */
  int inFlight() {
    return inFlight.get();
  }

  /** Requests whose work is done, since the start. */
  long handled() {
    return handled.get();
  }

  /** Requests that were turned away on arrival, since the start. */
  long rejected() {
    return rejected.get();
  }

  /** Requests that were turned away when their turn came, since the start. */
  long dropped() {
    return dropped.get();
  }

  /** What becomes of one request. */
  final class Account implements Progress {
    private final String id;
    private final int remotePort;
    private final Function<Instant, Optional<DropReason>> reasonToDrop;
    private volatile Optional<Instant> start = Optional.empty();
    private volatile Optional<DropReason> reason = Optional.empty();

    Account(String id, int remotePort, Function<Instant, Optional<DropReason>> reasonToDrop) {
      this.id = id;
      this.remotePort = remotePort;
      this.reasonToDrop = reasonToDrop;
    }

    /** Why its work was not done; empty if it was or may still be. */
    Optional<DropReason> dropped() {
      return reason;
    }

    @Override
    public boolean begins() {
      waiting.decrementAndGet();
      Instant now = clock.instant();
      reason = reasonToDrop.apply(now);
      if (reason.isPresent()) {
        log.append(HandlerEntry.dropped(id, remotePort, now, reason.get().toString()));
        dropped.incrementAndGet();
        return false;
      }
      start = Optional.of(now);
      inFlight.incrementAndGet();
      return true;
    }

    @Override
    public void ended(OptionalLong childCpuNanos) {
      log.append(
          HandlerEntry.worked(
              id,
              remotePort,
              start.orElseThrow(),
              clock.instant(),
              cpuClock.readNanos(),
              childCpuNanos));
      inFlight.decrementAndGet();
      handled.incrementAndGet();
    }

    @Override
    public void failed() {
      if (start.isPresent()) {
        inFlight.decrementAndGet();
      }
    }
  }
}
