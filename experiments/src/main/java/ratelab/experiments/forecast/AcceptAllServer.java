package ratelab.experiments.forecast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import ratelab.experiments.forecast.BacklogRun.Declined;
import ratelab.experiments.forecast.BacklogRun.Declined.Reason;
import ratelab.experiments.scenario.Admission;
import ratelab.experiments.scenario.Drop;

/**
 * Reads every request as it arrives and works them off in that order, {@code servers} at a time; it
 * may have only so many wait, and leave those undone that nobody waits for.
 */
final class AcceptAllServer implements Server {
  /** What it takes to refuse a request. */
  private static final long REFUSAL_NANOS = 1_000_000;

  private record Answer(Request request, long atNanos) {}

  private final long serviceNanos;
  private final int servers;
  private final Admission admission;
  private final ArrayDeque<Request> queue = new ArrayDeque<>();
  private final PriorityQueue<Answer> busy = answers();
  private final PriorityQueue<Answer> refusals = answers();
  private final List<BacklogRun.Work> works = new ArrayList<>();
  private final List<Declined> declined = new ArrayList<>();

  AcceptAllServer(long serviceNanos, int servers, Admission admission) {
    this.serviceNanos = serviceNanos;
    this.servers = servers;
    this.admission = admission;
  }

  private static PriorityQueue<Answer> answers() {
    return new PriorityQueue<>(Comparator.comparingLong(Answer::atNanos));
  }

  @Override
  public void arrive(Request request) {
    if (isFull()) {
      declined.add(new Declined(request.id(), request.sentNanos(), Reason.QUEUE_FULL));
      refusals.add(new Answer(request, request.sentNanos() + REFUSAL_NANOS));
    } else {
      queue.add(request);
    }
  }

  private boolean isFull() {
    long room = admission.queue().isPresent() ? admission.queue().getAsInt() : Long.MAX_VALUE;
    return queue.size() - room >= servers - busy.size();
  }

  @Override
  public void workOff(Clients clients) {
    long nowNanos = 0;
    while (true) {
      beginWork(nowNanos, clients);
      PriorityQueue<Answer> sooner = atNanos(refusals) <= atNanos(busy) ? refusals : busy;
      long answerNanos = atNanos(sooner);
      long clientNanos = clients.nextActNanos().orElse(Long.MAX_VALUE);
      if (answerNanos == Long.MAX_VALUE && clientNanos == Long.MAX_VALUE) {
        return;
      }
      if (clientNanos < answerNanos) {
        nowNanos = Math.max(nowNanos, clientNanos);
        clients.actUntil(nowNanos);
      } else {
        nowNanos = Math.max(nowNanos, answerNanos);
        clients.answer(sooner.remove().request(), nowNanos);
      }
    }
  }

  private static long atNanos(PriorityQueue<Answer> answers) {
    Answer next = answers.peek();
    return next == null ? Long.MAX_VALUE : next.atNanos();
  }

  private void beginWork(long nowNanos, Clients clients) {
    while (!queue.isEmpty() && busy.size() < servers) {
      Request request = queue.remove();
      long start = Math.max(nowNanos, request.sentNanos());
      if (admission.drop() != Drop.NEVER && !clients.isWaitingFor(request)) {
        declined.add(new Declined(request.id(), start, reason()));
      } else {
        busy.add(new Answer(request, start + serviceNanos));
        works.add(new BacklogRun.Work(request.id(), start, start + serviceNanos));
      }
    }
  }

  /** A client gives up at its deadline, so both kinds of drop leave the same requests undone. */
  private Reason reason() {
    return admission.drop() == Drop.GONE ? Reason.GONE : Reason.TOO_LATE;
  }

  @Override
  public List<BacklogRun.Work> works() {
    return works;
  }

  @Override
  public List<Declined> declined() {
    return declined;
  }
}
