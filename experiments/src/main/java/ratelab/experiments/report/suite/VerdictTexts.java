package ratelab.experiments.report.suite;

import java.util.List;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;

/**
 * Forecast and observation of a run as its verdicts tell them, for runs that no drain matters in.
 */
final class VerdictTexts {
  /** As many as a line of a table bears; the run's own report has them all. */
  private static final int MOST = 5;

  private VerdictTexts() {}

  static List<String> forecast(List<Verdict> verdicts) {
    return verdicts.size() > MOST
        ? List.of(verdicts.size() + " statements, each as derived")
        : verdicts.stream().map(verdict -> verdict.name() + ": " + verdict.forecast()).toList();
  }

  static List<String> observed(List<Verdict> verdicts) {
    return verdicts.size() > MOST
        ? List.of(
            "%d hold, %d do not, %d left open"
                .formatted(
                    count(verdicts, Status.PASS),
                    count(verdicts, Status.FAIL),
                    count(verdicts, Status.INCONCLUSIVE)))
        : verdicts.stream().map(Verdict::observed).toList();
  }

  private static long count(List<Verdict> verdicts, Status status) {
    return verdicts.stream().filter(verdict -> verdict.status() == status).count();
  }
}
