package ratelab.loadgen.schedule;

/**
 * How many requests a run issues, by how many workers, and how fast.
 *
 * @param workers to begin with
 * @param mostWorkers to which the number grows while none is free
 * @param spin whether workers wait awake for the last moment before a request is due
 */
public record Schedule(int workers, int mostWorkers, Limit limit, Pace pace, boolean spin) {
  /** A worker that asks this long after a due time still counts as free when it was due. */
  public static final long ON_TIME_NANOS = 1_000_000;

  private static final double FASTEST_SPIN_PER_SECOND = 10_000;

  /** As many requests at once as there are workers, and the next when one has ended. */
  public static Schedule closed(int workers, Limit limit) {
    return new Schedule(workers, workers, limit, new Pace.Free(), true);
  }

  /** Whether waiting awake pays at this rate; above it the stretches overlap and fill a core. */
  public static boolean spinsAt(double perSecond) {
    return perSecond <= FASTEST_SPIN_PER_SECOND;
  }

  /** The counter that all workers of one run share. */
  public Tickets tickets() {
    return new Tickets(limit);
  }

  /** The turns of one run. */
  public TurnSource begin() {
    return pace.begin(workers);
  }
}
