package ratelab.exporter.group;

/**
 * Threads by state, as process-exporter names them.
 *
 * @param waiting in uninterruptible sleep, mostly for a disk
 * @param other stopped, traced, idle kernel threads, and whatever else there is
 */
public record StateCounts(int running, int sleeping, int waiting, int zombie, int other) {
  /** Nobody. */
  public static final StateCounts NONE = new StateCounts(0, 0, 0, 0, 0);
}
