package ratelab.exporter.group;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.ProportionalBytes;
import ratelab.exporter.proc.ProportionalReader;

/**
 * Reads proportional memory on a thread of its own. The kernel walks all pages of a process for it,
 * seconds for hundreds of gigabytes, and cannot be interrupted: a scan waits for the thread only so
 * long, and takes what is still missing in a later scan.
 */
public final class ProportionalSampler implements AutoCloseable {
  /** How long the thread reads for one scan; a process that alone takes longer is expensive. */
  static final long BUDGET_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final long WAIT_NANOS = BUDGET_NANOS + TimeUnit.MILLISECONDS.toNanos(50);

  private record Result(Member member, Member.Sampled sampled) {}

  /** What the thread needs of a member, whose other fields are the scan's. */
  private record Request(Member member, ProcessId id, long residentPages) {}

  private final ProportionalReader reader;
  private final InstantSource clock;
  private final Queue<Result> results = new ConcurrentLinkedQueue<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("smaps").daemon().factory());
  private @Nullable Future<?> underWay;
  private long lastScanEpochMillis;

  /**
   * A sampler that reads nothing yet.
   *
   * @param clock tells how old values are
   */
  public ProportionalSampler(ProportionalReader reader, InstantSource clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** Reads whoever is due, as far as the time allows, and hands the values to their groups. */
  void refresh(Collection<Member> members) {
    long now = clock.millis();
    if (isIdle()) {
      long intervalMillis = lastScanEpochMillis == 0 ? 0 : now - lastScanEpochMillis;
      List<Request> due =
          new SamplingPlan(now, intervalMillis)
              .due(members).stream().map(ProportionalSampler::request).toList();
      if (!due.isEmpty()) await(thread.submit(() -> readAll(due)));
    }
    lastScanEpochMillis = now;
    for (Result result = results.poll(); result != null; result = results.poll()) {
      if (!result.member.isClosed()) result.member.group().sample(result.member, result.sampled);
    }
  }

  private static Request request(Member member) {
    return new Request(member, member.id(), member.stat().residentPages());
  }

  private boolean isIdle() {
    return underWay == null || underWay.isDone();
  }

  private void await(Future<?> reading) {
    underWay = reading;
    try {
      reading.get(WAIT_NANOS, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // What is missing comes with a later scan.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading proportional memory failed", e.getCause());
    }
  }

  private void readAll(List<Request> due) {
    long began = System.nanoTime();
    for (Request request : due) {
      long start = System.nanoTime();
      if (start - began > BUDGET_NANOS) return;
      Outcome<ProportionalBytes> bytes = reader.read(request.id);
      long took = System.nanoTime() - start;
      results.add(
          new Result(
              request.member,
              new Member.Sampled(bytes, clock.millis(), request.residentPages, took)));
    }
  }

  private void closeReader() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No further reading starts; one under way ends by itself, and then what is open is closed. */
  @Override
  public void close() {
    if (thread.isShutdown()) return;
    thread.execute(this::closeReader);
    thread.shutdown();
  }
}
