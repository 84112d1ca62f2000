package ratelab.experiments.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Doubt;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Scenario;

/** Says all that can be said about a recording. Pure: no clock, no file, no socket. */
public final class Analyst {
  private Analyst() {}

  /** Analyses a recording and judges its scenario's expectations. */
  public static Analysis analyse(Recording recording) {
    Findings findings = Findings.of(recording);
    List<Problem> problems = Validity.problems(recording, findings.signal());
    Set<Doubt> expected = expectedBy(recording.scenario());
    Optional<String> doubt =
        Trust.of(problems, findings, expected).doubt(new GroundsOf(recording, findings).cause());
    List<Problem> unexpected = unexpected(problems, expected);
    List<Verdict> verdicts = new Judge(recording, findings, problems, expected).verdicts();
    return new Analysis(
        doubt.map(Answer::open).orElseGet(() -> answer(recording, findings)),
        doubt.isPresent() ? Cause.UNKNOWN : findings.cause(),
        findings.lastWork().stream().mapToLong(LastWork::endMillis).findFirst(),
        findings.lastWork().map(LastWork::evidence).orElse("none"),
        findings.windows(),
        findings.workedOff(),
        Requests.overTime(recording),
        CounterQualities.of(recording, findings),
        texts(unexpected, problem -> !isBorne(problem, verdicts)),
        texts(unexpected, problem -> isBorne(problem, verdicts)),
        verdicts);
  }

  /** What only leaves gaps is told with the verdicts that it leaves open, if there are any. */
  private static boolean isBorne(Problem problem, List<Verdict> verdicts) {
    return problem.doubt().isOnlyAGap()
        && verdicts.stream().noneMatch(verdict -> verdict.status() == Status.INCONCLUSIVE);
  }

  private static List<String> texts(List<Problem> problems, Predicate<Problem> which) {
    return problems.stream().filter(which).map(Problem::text).toList();
  }

  private static String answer(Recording recording, Findings findings) {
    return Answer.sentence(
        findings.cause(),
        findings.windows(),
        Requests.afterTheLoad(recording),
        findings.life().lastSampleMillis().orElse(0) - recording.marks().loadEndMillis());
  }

  /**
   * Judges one expectation, whether or not the scenario states it. What makes the whole run
   * impossible to judge is in {@link Analysis#problems}.
   */
  public static List<Verdict> judge(Recording recording, Expectation expectation) {
    Findings findings = Findings.of(recording);
    List<Problem> problems = Validity.problems(recording, findings.signal());
    return new Judge(recording, findings, problems, Set.of()).judge(expectation).toList();
  }

  /** A problem that the scenario expects is a verdict, and no problem. */
  private static List<Problem> unexpected(List<Problem> problems, Set<Doubt> expected) {
    return problems.stream().filter(problem -> !expected.contains(problem.doubt())).toList();
  }

  private static Set<Doubt> expectedBy(Scenario scenario) {
    return scenario.expectations().stream()
        .filter(Expectation.Inconclusive.class::isInstance)
        .map(Expectation.Inconclusive.class::cast)
        .map(Expectation.Inconclusive::because)
        .collect(Collectors.toUnmodifiableSet());
  }
}
