package ratelab.experiments.report.suite;

import java.util.List;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.report.page.Section;

/**
 * Many runs, side by side.
 *
 * @param title what was played, {@code ratelab suite}
 * @param madeOn when, where and how, in a line
 * @param entries the runs; those of one experiment lie together
 * @param sections what experiments as a whole show
 * @param absent what could not be played and why, a sentence each: {@code go: not on PATH}
 */
public record Suite(
    String title,
    String madeOn,
    List<SuiteEntry> entries,
    List<Section> sections,
    List<String> absent) {
  public Suite {
    entries = List.copyOf(entries);
    sections = List.copyOf(sections);
    absent = List.copyOf(absent);
  }

  long count(Status status) {
    return entries.stream().filter(e -> e.status() == status).count();
  }

  /** Fail if any run failed; else inconclusive if any was or if there is none; else pass. */
  public Status status() {
    if (count(Status.FAIL) > 0) {
      return Status.FAIL;
    }
    return count(Status.INCONCLUSIVE) > 0 || entries.isEmpty() ? Status.INCONCLUSIVE : Status.PASS;
  }
}
