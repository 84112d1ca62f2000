package ratelab.exporter.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A virtual thread for each request, with a limit to their number and to their time. Who takes too
 * long is interrupted, which closes the connection, whatever it is waiting for: a handshake, the
 * rest of a request, or a client that does not read. The JDK's own timers would flush such a
 * connection first, under TLS wait for that client, and then time out nobody else.
 *
 * <p>When all places are taken the request that has been half sent for the longest time goes:
 * reading an honest one takes a millisecond, so that no number of half requests keeps it out.
 */
final class ExchangeThreads implements Executor, AutoCloseable {
  /**
   * What is conceded to clients.
   *
   * @param places requests at the same time
   * @param toSend from a request's first byte to its last, a TLS handshake included
   * @param toEnd from a request's first byte until its answer has been taken
   */
  record Limits(int places, Duration toSend, Duration toEnd) {
    static final Limits DEFAULT = new Limits(128, Duration.ofSeconds(5), Duration.ofSeconds(30));
  }

  private static final Duration SWEEP = Duration.ofMillis(500);

  private final Limits limits;
  private final Map<Thread, Exchange> underWay = new ConcurrentHashMap<>();
  private final Thread sweeper =
      Thread.ofPlatform().name("request-limits").daemon().unstarted(this::sweep);

  private static final class Exchange {
    private final long startNanos = System.nanoTime();
    private volatile boolean isRead;

    Duration age(long nowNanos) {
      return Duration.ofNanos(nowNanos - startNanos);
    }
  }

  private ExchangeThreads(Limits limits) {
    this.limits = limits;
  }

  static ExchangeThreads start(Limits limits) {
    ExchangeThreads threads = new ExchangeThreads(limits);
    threads.sweeper.start();
    return threads;
  }

  /**
   * Starts a request.
   *
   * @throws RejectedExecutionException if all places are taken by complete requests; the server
   *     then closes the connection
   */
  @Override
  public void execute(Runnable request) {
    if (underWay.size() >= limits.places() && !dropTheOldestHalfRequest()) {
      throw new RejectedExecutionException("too many requests at the same time");
    }
    Thread thread = Thread.ofVirtual().unstarted(() -> run(request));
    underWay.put(thread, new Exchange());
    thread.start();
  }

  private void run(Runnable request) {
    try {
      request.run();
    } finally {
      underWay.remove(Thread.currentThread());
    }
  }

  /** Tells that the calling thread has its request in full, and that its answer begins. */
  void requestIsRead() {
    Exchange exchange = underWay.get(Thread.currentThread());
    if (exchange != null) exchange.isRead = true;
  }

  private void sweep() {
    try {
      while (true) {
        Thread.sleep(SWEEP);
        interruptTheLate();
      }
    } catch (InterruptedException e) {
      // The server is closed.
    }
  }

  private void interruptTheLate() {
    long now = System.nanoTime();
    underWay.forEach(
        (thread, exchange) -> {
          Duration limit = exchange.isRead ? limits.toEnd() : limits.toSend();
          if (exchange.age(now).compareTo(limit) > 0) thread.interrupt();
        });
  }

  private boolean dropTheOldestHalfRequest() {
    Optional<Map.Entry<Thread, Exchange>> oldest =
        underWay.entrySet().stream()
            .filter(entry -> !entry.getValue().isRead)
            .min(Comparator.comparingLong(entry -> entry.getValue().startNanos));
    if (oldest.isEmpty()) return false;
    underWay.remove(oldest.get().getKey());
    oldest.get().getKey().interrupt();
    return true;
  }

  /** Closes all connections that have a request under way. */
  @Override
  public void close() {
    sweeper.interrupt();
    underWay.keySet().forEach(Thread::interrupt);
  }
}
