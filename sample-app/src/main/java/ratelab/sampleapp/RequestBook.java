package ratelab.sampleapp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import ratelab.sampleapp.concurrency.Progress;
import ratelab.sampleapp.log.CpuClock;
import ratelab.sampleapp.log.HandlerEntry;
import ratelab.sampleapp.log.HandlerLog;

/** Keeps the books: every request that was read is waiting, then in flight, then handled. */
final class RequestBook {
  private final HandlerLog log;
  private final CpuClock cpuClock;
  private final InstantSource clock;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicLong handled = new AtomicLong();

  RequestBook(HandlerLog log, CpuClock cpuClock, InstantSource clock) {
    this.log = log;
    this.cpuClock = cpuClock;
    this.clock = clock;
  }

  /** Opens an account for a request that was just read. */
  Progress arrived(String id, int remotePort) {
    waiting.incrementAndGet();
    return new Account(id, remotePort);
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

  private final class Account implements Progress {
    private final String id;
    private final int remotePort;
    private volatile Instant start = Instant.EPOCH;

    Account(String id, int remotePort) {
      this.id = id;
      this.remotePort = remotePort;
    }

    @Override
    public void began() {
      start = clock.instant();
      waiting.decrementAndGet();
      inFlight.incrementAndGet();
    }

    @Override
    public void ended() {
      log.append(HandlerEntry.of(id, remotePort, start, clock.instant(), cpuClock.readNanos()));
      inFlight.decrementAndGet();
      handled.incrementAndGet();
    }

    @Override
    public void failed() {
      inFlight.decrementAndGet();
    }
  }
}
