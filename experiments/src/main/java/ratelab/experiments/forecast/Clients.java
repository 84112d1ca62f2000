package ratelab.experiments.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.forecast.Request.Connection;

/**
 * The load's side of the queue model: each client waits for its answer or gives up. In a closed
 * load it then sends anew; in an open one requests come at their times, to whichever client is
 * free.
 */
final class Clients {
  /** A client needs a moment between two requests; so a deadline is never met to the nanosecond. */
  private static final long BETWEEN_REQUESTS_NANOS = 1_000_000;

  private final BacklogInput input;
  private final Arrivals arrivals;
  private final List<BacklogRun.Attempt> attempts = new ArrayList<>();
  private final @Nullable Request[] waiting;
  private final PriorityQueue<Integer> free = new PriorityQueue<>();
  private final PriorityQueue<Request> deadlines =
      new PriorityQueue<>(
          Comparator.comparingLong(Request::sentNanos).thenComparingLong(Request::id));
  private @Nullable Server server;
  private long sent;

  Clients(BacklogInput input) {
    this.input = input;
    this.arrivals = Arrivals.of(input);
    this.waiting = new Request[input.workers()];
  }

  /** Every client sends its first request; in an open load they wait for one to be due. */
  void begin(Server to) {
    server = to;
    if (arrivals.isOpen()) {
      IntStream.range(0, input.workers()).forEach(free::add);
      actUntil(0);
      return;
    }
    for (int worker = 0; worker < input.workers(); worker++) {
      send(worker, 0, new Connection());
    }
  }

  /** When a client gives up or sends next by itself; empty if none will. */
  Optional<Long> nextActNanos() {
    long next = Math.min(deadlineNanos(deadlines.peek()), dueNanos());
    return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(next);
  }

  /** Lets clients give up and send whose time is not after {@code nowNanos}. */
  void actUntil(long nowNanos) {
    while (true) {
      long due = dueNanos();
      long deadline = deadlineNanos(deadlines.peek());
      if (Math.min(due, deadline) > nowNanos) {
        return;
      }
      if (deadline <= due) {
        giveUp(deadlines.remove());
      } else {
        arrivals.take();
        // Due while no client was free, it is sent as soon as one is.
        send(free.remove(), Math.max(due, nowNanos), new Connection());
      }
    }
  }

  private void giveUp(Request request) {
    if (isWaitingFor(request)) {
      end(request, deadlineNanos(request), false);
      sendAnew(request.worker(), deadlineNanos(request) + BETWEEN_REQUESTS_NANOS, new Connection());
    }
  }

  /** The server wrote an answer; a client that still waits takes it and sends on. */
  void answer(Request request, long nowNanos) {
    actUntil(nowNanos);
    if (isWaitingFor(request)) {
      end(request, nowNanos, true);
      sendAnew(request.worker(), nowNanos, request.connection());
    }
  }

  /** Whether the client of a request still waits for its answer. */
  boolean isWaitingFor(Request request) {
    return request.equals(waiting[request.worker()]);
  }

  /** The attempts so far, in the order they were sent. */
  List<BacklogRun.Attempt> attempts() {
    return attempts.stream().sorted(Comparator.comparingLong(BacklogRun.Attempt::id)).toList();
  }

  private void sendAnew(int worker, long nowNanos, Connection connection) {
    if (arrivals.isOpen()) {
      free.add(worker);
    } else if (nowNanos < input.loadNanos()) {
      send(worker, nowNanos, connection);
    }
  }

  private void send(int worker, long nowNanos, Connection connection) {
    if (server == null) {
      return;
    }
    Request request = new Request(++sent, worker, nowNanos, connection);
    waiting[worker] = request;
    if (input.timeoutNanos() > 0) {
      deadlines.add(request);
    }
    server.arrive(request);
  }

  private void end(Request r, long nowNanos, boolean answered) {
    waiting[r.worker()] = null;
    attempts.add(new BacklogRun.Attempt(r.id(), r.worker(), r.sentNanos(), nowNanos, answered));
  }

  private long dueNanos() {
    return free.isEmpty() ? Long.MAX_VALUE : arrivals.nextNanos();
  }

  private long deadlineNanos(@Nullable Request request) {
    return request == null ? Long.MAX_VALUE : request.sentNanos() + input.timeoutNanos();
  }
}
