package ratelab.experiments.report.suite;

import java.util.List;
import ratelab.experiments.analysis.Status;

/**
 * One run of a suite. Texts carry their units and are ready to be shown; an empty text is one that
 * is not known.
 *
 * @param experiment the experiment's name, {@code decay}
 * @param variant which of its variants; empty where it has one only
 * @param trueCause why the curve was late by the scenario's own account; never seen by the
 *     attribution, only used to score it; empty where it names none, and where it was left open
 * @param namedCause the cause that the attribution named
 * @param leftOpen whether no cause was to be named, the samples being in doubt on purpose, and none
 *     was
 * @param forecast what was said to come, part by part
 * @param observed what came, part by part
 * @param status the run's verdict
 * @param reason why it is not a pass; empty for a pass
 * @param report the run's report, relative to the combined one: {@code decay-restart/report.html};
 *     empty where there is none
 */
public record SuiteEntry(
    String experiment,
    String variant,
    String trueCause,
    String namedCause,
    boolean leftOpen,
    List<String> forecast,
    List<String> observed,
    Status status,
    String reason,
    String report) {
  /**
   * @throws IllegalArgumentException if the report is not a relative path
   */
  public SuiteEntry {
    forecast = List.copyOf(forecast);
    observed = List.copyOf(observed);
    if (report.startsWith("/") || report.contains(":")) {
      throw new IllegalArgumentException(
          "The report '" + report + "' must be a path relative to the combined report");
    }
  }

  boolean isScored() {
    return !trueCause.isEmpty() && !namedCause.isEmpty();
  }
}
