package ratelab.exporter.group;

/**
 * How processes are followed from scan to scan.
 *
 * @param children whether a process that no rule matches joins its nearest grouped ancestor
 * @param threads whether threads are read and grouped by name
 * @param smaps whether proportional memory is read
 * @param recheck how long processes that no rule matches are judged again
 * @param removeEmptyGroups whether a group ends with its last process, its counters included
 * @param unseenGroups whether groups with a fixed name are there before their first process
 */
public record TrackingOptions(
    boolean children,
    boolean threads,
    boolean smaps,
    Recheck recheck,
    boolean removeEmptyGroups,
    boolean unseenGroups) {

  /** What process-exporter does without a flag. */
  public static TrackingOptions defaults() {
    return new TrackingOptions(true, true, true, new Recheck.Never(), false, false);
  }
}
