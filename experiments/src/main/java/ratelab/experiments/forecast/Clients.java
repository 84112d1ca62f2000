package ratelab.experiments.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.forecast.Request.Connection;

/**
 * The load's side of the queue model: each client waits for its answer or gives up, then sends
 * anew.
 */
final class Clients {
  /** A client needs a moment between two requests; so a deadline is never met to the nanosecond. */
  private static final long BETWEEN_REQUESTS_NANOS = 1_000_000;

  private final BacklogInput input;
  private final List<BacklogRun.Attempt> attempts = new ArrayList<>();
  private final @Nullable Request[] waiting;
  private final PriorityQueue<Request> deadlines =
      new PriorityQueue<>(
          Comparator.comparingLong(Request::sentNanos).thenComparingLong(Request::id));
  private @Nullable Server server;
  private long sent;

  Clients(BacklogInput input) {
    this.input = input;
    this.waiting = new Request[input.workers()];
  }

  /** Every client sends its first request. */
  void begin(Server to) {
    server = to;
    for (int worker = 0; worker < input.workers(); worker++) {
      send(worker, 0, new Connection());
    }
  }

  /** When the next client gives up; empty if none waits with a deadline. */
  Optional<Long> nextDeadlineNanos() {
    return Optional.ofNullable(deadlines.peek()).map(this::deadlineNanos);
  }

  /** Lets clients give up whose deadlines are not after {@code nowNanos}; they send anew. */
  void giveUpUntil(long nowNanos) {
    for (Request r = deadlines.peek();
        r != null && deadlineNanos(r) <= nowNanos;
        r = deadlines.peek()) {
      deadlines.remove();
      if (isWaitingFor(r)) {
        end(r, deadlineNanos(r), false);
        send(r.worker(), deadlineNanos(r) + BETWEEN_REQUESTS_NANOS, new Connection());
      }
    }
  }

  /** The server wrote an answer; a client that still waits takes it and sends on. */
  void answer(Request request, long nowNanos) {
    giveUpUntil(nowNanos);
    if (isWaitingFor(request)) {
      end(request, nowNanos, true);
      send(request.worker(), nowNanos, request.connection());
    }
  }

  /** The attempts so far, in the order they were sent. */
  List<BacklogRun.Attempt> attempts() {
    return attempts.stream().sorted(Comparator.comparingLong(BacklogRun.Attempt::id)).toList();
  }

  private void send(int worker, long nowNanos, Connection connection) {
    if (nowNanos >= input.loadNanos() || server == null) {
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

  private boolean isWaitingFor(Request request) {
    return request.equals(waiting[request.worker()]);
  }

  private long deadlineNanos(Request request) {
    return request.sentNanos() + input.timeoutNanos();
  }
}
