package ratelab.exporter.group;

import java.util.List;

/**
 * What could not be read since the start; processes that vanish are not among it.
 *
 * @param scans scans that could not list the processes at all
 * @param processes times a process could not be read
 * @param partial times a process was readable only in part, once a scan for each process
 * @param parts the same by part and reason; only what ever happened
 */
public record ErrorTotals(long scans, long processes, long partial, List<PartErrors> parts) {
  public ErrorTotals {
    parts = List.copyOf(parts);
  }

  /** Nothing went wrong. */
  public static final ErrorTotals NONE = new ErrorTotals(0, 0, 0, List.of());

  /**
   * How often one part could not be read.
   *
   * @param denied times the kernel refused it to this user
   * @param failed times it could not be read for another reason
   */
  public record PartErrors(Part part, long denied, long failed) {}
}
