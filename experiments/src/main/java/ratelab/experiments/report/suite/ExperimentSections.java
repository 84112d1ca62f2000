package ratelab.experiments.report.suite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.report.page.Section;

/** What an experiment as a whole shows, beside its runs' verdicts: a section each. */
public final class ExperimentSections {
  private ExperimentSections() {}

  /**
   * The sections of the experiments that were played.
   *
   * @param absent what could not be played and why: {@code runtimes/go: go is not on PATH}
   */
  public static List<Section> of(List<PlayedRun> runs, List<String> absent) {
    return Stream.of(
            WindowsSection.of(runs),
            RuntimesSection.of(runs, absent),
            BurnSection.of(runs),
            ShortLivedSection.of(runs))
        .flatMap(Optional::stream)
        .toList();
  }
}
