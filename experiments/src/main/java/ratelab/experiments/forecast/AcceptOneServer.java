package ratelab.experiments.forecast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.forecast.Request.Connection;

/**
 * An event loop with a blocking handler that takes one new connection a turn: a turn polls, takes
 * one waiting connection, and works off what is readable on those it had before. With clients that
 * keep their connection, the k-th is taken only after about k²/2 service times.
 */
final class AcceptOneServer implements Server {
  private final long serviceNanos;
  private final ArrayDeque<Request> unaccepted = new ArrayDeque<>();
  private final ArrayDeque<Request> readable = new ArrayDeque<>();
  private final List<BacklogRun.Work> works = new ArrayList<>();

  AcceptOneServer(long serviceNanos) {
    this.serviceNanos = serviceNanos;
  }

  @Override
  public void arrive(Request request) {
    (request.connection().accepted() ? readable : unaccepted).add(request);
  }

  @Override
  public void workOff(Clients clients) {
    long nowNanos = 0;
    while (true) {
      clients.actUntil(nowNanos);
      if (readable.isEmpty() && unaccepted.isEmpty()) {
        var next = clients.nextActNanos();
        if (next.isEmpty()) {
          return;
        }
        nowNanos = Math.max(nowNanos, next.get());
        continue;
      }
      nowNanos = turn(nowNanos, clients);
    }
  }

  private long turn(long startNanos, Clients clients) {
    List<Request> polled = List.copyOf(readable);
    readable.clear();
    acceptOne();
    long nowNanos = startNanos;
    for (Request request : polled) {
      long start = Math.max(nowNanos, request.sentNanos());
      nowNanos = start + serviceNanos;
      works.add(new BacklogRun.Work(request.id(), start, nowNanos));
      clients.answer(request, nowNanos);
    }
    return nowNanos;
  }

  private void acceptOne() {
    Request first = unaccepted.poll();
    if (first != null) {
      Connection connection = first.connection();
      connection.accept();
      readable.add(first);
    }
  }

  @Override
  public List<BacklogRun.Work> works() {
    return works;
  }

  @Override
  public List<BacklogRun.Declined> declined() {
    return List.of();
  }
}
