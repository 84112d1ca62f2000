package ratelab.exporter.group;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ratelab.exporter.proc.Outcome;

/** Counts failures and explains the first of each kind in the log; more would flood it. */
final class ErrorCounts {
  private static final Logger LOG = System.getLogger(ErrorCounts.class.getName());
  private static final String REMEDY =
      "Run the exporter as root, or with the capabilities CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH";

  private static final class PartCounts {
    private long denied;
    private long failed;
  }

  private final Map<Part, PartCounts> parts = new EnumMap<>(Part.class);
  private long scans;
  private long processes;
  private long partial;

  void scanFailed(String cause) {
    if (scans++ == 0) warn("the processes could not be listed", "scrape_errors", cause);
  }

  void processUnreadable(String cause) {
    if (processes++ == 0) warn("a process could not be read", "scrape_procread_errors", cause);
  }

  /** One process that could be read only in part, whatever the number of parts. */
  void partial() {
    partial++;
  }

  /** Counts one part of a process if it could not be read; true if so. */
  boolean failed(Part part, Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Failed<?>(String cause) -> {
        if (counts(part).failed++ == 0) {
          warn(part.file() + " of a process could not be read", "scrape_partial_errors", cause);
        }
        yield true;
      }
      case Outcome.Denied<?>(String file) -> {
        if (counts(part).denied++ == 0) warnDenied(part, file);
        yield true;
      }
      case Outcome.Found<?> found -> false;
      case Outcome.Gone<?> gone -> false;
    };
  }

  private PartCounts counts(Part part) {
    return parts.computeIfAbsent(part, none -> new PartCounts());
  }

  ErrorTotals totals() {
    List<ErrorTotals.PartErrors> totals = new ArrayList<>();
    parts.forEach(
        (part, counts) ->
            totals.add(new ErrorTotals.PartErrors(part, counts.denied, counts.failed)));
    return new ErrorTotals(scans, processes, partial, totals);
  }

  private static void warnDenied(Part part, String file) {
    LOG.log(
        Level.WARNING,
        "{0}: permission denied. Without it there is no {1} for groups with such processes."
            + " {2}. Further cases only count in namedprocess_scrape_partial_errors.",
        file,
        part.feeds(),
        REMEDY);
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
