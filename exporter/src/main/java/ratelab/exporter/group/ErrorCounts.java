package ratelab.exporter.group;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Counts failures and explains the first of each kind in the log; more would flood it. */
final class ErrorCounts {
  private static final Logger LOG = System.getLogger(ErrorCounts.class.getName());

  private long scans;
  private long processes;
  private long parts;

  void scanFailed(String cause) {
    if (scans++ == 0) warn("the processes could not be listed", "scrape_errors", cause);
  }

  void processUnreadable(String cause) {
    if (processes++ == 0) warn("a process could not be read", "scrape_procread_errors", cause);
  }

  void partUnreadable(String cause) {
    if (parts++ == 0) {
      warn("a process could be read only in part", "scrape_partial_errors", cause);
    }
  }

  ErrorTotals totals() {
    return new ErrorTotals(scans, processes, parts);
  }

  private static void warn(String what, String series, String cause) {
    LOG.log(
        Level.WARNING,
        "{0}: {1}. Further cases only count in {2}.",
        what,
        cause,
        "namedprocess_" + series);
  }
}
