package ratelab.loadgen.record;

import java.util.concurrent.TimeUnit;

/** Attempts with round figures, for tests. */
public final class Attempts {
  private Attempts() {}

  /** An answered attempt whose phases are 1, 0, 2, {@code millis - 6} and 3 ms. */
  public static Attempt answered(
      int worker, long id, long startMillis, long millis, int status, long bytes) {
    Attempt attempt = begun(worker, id, startMillis);
    attempt.sentFrom(40_000 + worker);
    attempt.answering(status, "http/1.1");
    attempt.received(bytes);
    attempt.took(Phase.DIAL, nanos(1));
    attempt.took(Phase.LOOKUP, 0);
    attempt.took(Phase.WRITE, nanos(2));
    attempt.took(Phase.WAIT, nanos(millis - 6));
    attempt.took(Phase.READ, nanos(3));
    attempt.answered(nanos(startMillis + millis));
    return attempt;
  }

  /** An attempt that ended otherwise, without a head. */
  public static Attempt ended(
      int worker, long id, long startMillis, long millis, Outcome outcome, String cause) {
    Attempt attempt = begun(worker, id, startMillis);
    attempt.end(outcome, cause, nanos(startMillis + millis));
    return attempt;
  }

  private static Attempt begun(int worker, long id, long startMillis) {
    Attempt attempt = new Attempt(worker);
    attempt.begin(id, nanos(startMillis));
    return attempt;
  }

  /** Milliseconds as nanoseconds. */
  public static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
