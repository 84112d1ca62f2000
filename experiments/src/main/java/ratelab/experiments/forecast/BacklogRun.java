package ratelab.experiments.forecast;

import java.util.List;
import java.util.OptionalLong;

/**
 * A load and its server, played in virtual time; all times in nanoseconds since the load's start.
 *
 * @param attempts the requests in the order they were sent
 * @param works the work on them in the order it began
 * @param declined the requests that were not worked on
 */
public record BacklogRun(List<Attempt> attempts, List<Work> works, List<Declined> declined) {
  public BacklogRun {
    attempts = List.copyOf(attempts);
    works = List.copyOf(works);
    declined = List.copyOf(declined);
  }

  /**
   * One request as its client saw it.
   *
   * @param id 1 for the first
   * @param worker the client, from 0
   * @param sentNanos when it was sent
   * @param endNanos when it was answered or given up
   * @param answered whether the client got its answer
   */
  public record Attempt(long id, int worker, long sentNanos, long endNanos, boolean answered) {}

  /**
   * One request as the server worked on it.
   *
   * @param id the request
   * @param startNanos when its work began
   * @param endNanos when its work ended
   */
  public record Work(long id, long startNanos, long endNanos) {}

  /**
   * One request that the server did not work on.
   *
   * @param id the request
   * @param atNanos when that was decided
   * @param reason why
   */
  public record Declined(long id, long atNanos, Reason reason) {
    /** Why a request was not worked on. */
    public enum Reason {
      /** As many as may wait waited already. */
      QUEUE_FULL,
      /** Its client had gone. */
      GONE,
      /** Its deadline had passed. */
      TOO_LATE
    }
  }

  /** The same run on a server that ends at an instant, whatever it has left to do. */
  public BacklogRun endedAt(long nanos) {
    return new BacklogRun(
        attempts,
        works.stream().filter(work -> work.endNanos() <= nanos).toList(),
        declined.stream().filter(one -> one.atNanos() <= nanos).toList());
  }

  /** Requests answered to a client that still waited. */
  public long answered() {
    return attempts.stream().filter(Attempt::answered).count();
  }

  /** Requests that were turned away at once, since as many as may wait waited already. */
  public long turnedAway() {
    return declined.stream().filter(one -> one.reason() == Declined.Reason.QUEUE_FULL).count();
  }

  /** When the last client had its answer or gave up. */
  public long loadEndNanos() {
    return attempts.stream().mapToLong(Attempt::endNanos).max().orElse(0);
  }

  /** When the last request had been worked off; empty if there was none. */
  public OptionalLong lastWorkNanos() {
    return works.stream().mapToLong(Work::endNanos).max();
  }
}
