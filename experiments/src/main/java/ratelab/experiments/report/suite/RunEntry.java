package ratelab.experiments.report.suite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Words;

/** The line of one run in the combined report. */
public final class RunEntry {
  private RunEntry() {}

  /** The line of a run that was played. */
  public static SuiteEntry of(PlayedRun run) {
    Analysis analysis = run.analysis();
    boolean byRequests = isAboutRequests(run);
    boolean leftOpen = isLeftOpenOnPurpose(run);
    return new SuiteEntry(
        run.experiment(),
        run.variant(),
        leftOpen ? "" : trueCause(run),
        Words.of(analysis.cause()),
        leftOpen,
        byRequests ? RequestTexts.forecast(run) : VerdictTexts.forecast(analysis.verdicts()),
        byRequests ? RequestTexts.observed(run) : VerdictTexts.observed(analysis.verdicts()),
        analysis.status(),
        reason(analysis),
        run.report());
  }

  /**
   * The line of a run that broke: nothing is known of it, so it is inconclusive.
   *
   * @param scenario its name
   */
  public static SuiteEntry broken(String scenario, String reason) {
    String[] name = scenario.split("/", 2);
    return new SuiteEntry(
        name[0],
        name.length > 1 ? name[1] : "",
        "",
        "",
        false,
        List.of(),
        List.of(),
        Status.INCONCLUSIVE,
        reason,
        "");
  }

  /** What becomes of the requests; the other runs are about the curve, or about a counter. */
  private static boolean isAboutRequests(PlayedRun run) {
    return run.scenario().expectations().isEmpty()
        || Stream.of(
                Expectation.DrainAsForecast.class,
                Expectation.DrainAtMost.class,
                Expectation.AnsweredAsForecast.class,
                Expectation.WorkedOffForNobody.class)
            .anyMatch(run::expects);
  }

  private static String trueCause(PlayedRun run) {
    return run.expectations(Expectation.CauseIs.class)
        .map(expected -> Words.of(expected.cause()))
        .findFirst()
        .orElse("");
  }

  /** Where the samples are to be in doubt a cause may be left open; one that is named counts. */
  private static boolean isLeftOpenOnPurpose(PlayedRun run) {
    return run.expects(Expectation.Inconclusive.class) && run.analysis().cause() == Cause.UNKNOWN;
  }

  private static String reason(Analysis analysis) {
    Optional<String> problem = analysis.problems().stream().findFirst();
    return problem.orElseGet(
        () ->
            analysis.verdicts().stream()
                .filter(verdict -> verdict.status() != Status.PASS)
                .map(RunEntry::reason)
                .findFirst()
                .orElse(""));
  }

  private static String reason(Verdict verdict) {
    return verdict.name()
        + ": "
        + verdict.observed()
        + " instead of "
        + verdict.forecast()
        + ". "
        + verdict.reason();
  }
}
