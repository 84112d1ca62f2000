package ratelab.loadgen.record;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Takes every finished attempt of a run: counts it, and passes it on to the files of rows. */
public final class Recorder {
  /** Enough that workers seldom share a lock, few enough that many workers need little memory. */
  private static final int MOST_TALLIES = 64;

  private final List<RowWriter> files;
  private final List<Tally> tallies;
  private final LongAdder answered = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Counts sum = new Counts();
  private final Counts interval = new Counts();
  private final Counts fresh = new Counts();

  /**
   * @param files flushed by the caller's timer and closed by the caller
   */
  public Recorder(int workers, List<RowWriter> files) {
    this.files = List.copyOf(files);
    this.tallies = Stream.generate(Tally::new).limit(Math.min(workers, MOST_TALLIES)).toList();
  }

  /** Records an attempt; its object may be reused afterwards. */
  public void record(Attempt attempt) {
    tallies.get(attempt.worker() % tallies.size()).add(attempt);
    for (RowWriter file : files) {
      file.write(attempt);
    }
    if (attempt.outcome() == Outcome.OK) {
      answered.increment();
    } else if (attempt.outcome().failed()) {
      failed.increment();
    }
  }

  /** Complete answers so far. */
  public long answered() {
    return answered.sum();
  }

  /** Failed attempts so far. */
  public long failed() {
    return failed.sum();
  }

  /** What was recorded since the last call of this, for views of a run under way. */
  public synchronized Totals drain() {
    collect();
    Totals totals = interval.totals();
    interval.reset();
    return totals;
  }

  /** Everything recorded so far. */
  public synchronized Totals totals() {
    collect();
    return sum.totals();
  }

  private void collect() {
    for (Tally tally : tallies) {
      tally.drainInto(fresh);
    }
    sum.add(fresh);
    interval.add(fresh);
    fresh.reset();
  }
}
