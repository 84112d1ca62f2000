package ratelab.loadgen.record;

/**
 * The counts of one worker, or of a few that share it, since they were last drained. Its lock is
 * nearly free, because workers seldom meet at it, and it keeps all the figures of an interval
 * consistent, which a recorder per histogram would not.
 */
final class Tally {
  private Counts active = new Counts();
  private Counts spare = new Counts();

  synchronized void add(Attempt attempt) {
    active.add(attempt);
  }

  /** Moves what was counted; the workers wait for an exchange of two references at most. */
  void drainInto(Counts sum) {
    Counts drained = swap();
    sum.add(drained);
    drained.reset();
  }

  private synchronized Counts swap() {
    Counts drained = active;
    active = spare;
    spare = drained;
    return drained;
  }
}
