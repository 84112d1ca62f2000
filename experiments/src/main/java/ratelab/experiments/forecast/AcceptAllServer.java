package ratelab.experiments.forecast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Reads every request as it arrives and works them off in that order, {@code servers} at a time.
 */
final class AcceptAllServer implements Server {
  private record Busy(Request request, long endNanos) {}

  private final long serviceNanos;
  private final int servers;
  private final ArrayDeque<Request> queue = new ArrayDeque<>();
  private final PriorityQueue<Busy> busy =
      new PriorityQueue<>(Comparator.comparingLong(Busy::endNanos));
  private final List<BacklogRun.Work> works = new ArrayList<>();

  AcceptAllServer(long serviceNanos, int servers) {
    this.serviceNanos = serviceNanos;
    this.servers = servers;
  }

  @Override
  public void arrive(Request request) {
    queue.add(request);
  }

  @Override
  public void workOff(Clients clients) {
    long nowNanos = 0;
    while (true) {
      beginWork(nowNanos);
      Busy next = busy.peek();
      var deadline = clients.nextDeadlineNanos();
      if (next == null && deadline.isEmpty()) {
        return;
      }
      if (next == null || (deadline.isPresent() && deadline.get() < next.endNanos())) {
        nowNanos = Math.max(nowNanos, deadline.orElseThrow());
        clients.giveUpUntil(nowNanos);
      } else {
        busy.remove();
        nowNanos = next.endNanos();
        clients.answer(next.request(), nowNanos);
      }
    }
  }

  private void beginWork(long nowNanos) {
    while (!queue.isEmpty() && busy.size() < servers) {
      Request request = queue.remove();
      long start = Math.max(nowNanos, request.sentNanos());
      busy.add(new Busy(request, start + serviceNanos));
      works.add(new BacklogRun.Work(request.id(), start, start + serviceNanos));
    }
  }

  @Override
  public List<BacklogRun.Work> works() {
    return works;
  }
}
