package ratelab.experiments.analysis;

import java.util.List;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Doubt;
import ratelab.experiments.scenario.Expectation;

/** Says all that can be said about a recording. Pure: no clock, no file, no socket. */
public final class Analyst {
  private Analyst() {}

  /** Analyses a recording and judges its scenario's expectations. */
  public static Analysis analyse(Recording recording) {
    Findings findings = Findings.of(recording);
    List<Problem> problems = Validity.problems(recording, findings.signal());
    return new Analysis(
        Answer.sentence(
            findings.cause(),
            findings.windows(),
            Requests.afterTheLoad(recording),
            findings.life().lastSampleMillis().orElse(0) - recording.marks().loadEndMillis()),
        findings.cause(),
        findings.lastWork().stream().mapToLong(LastWork::endMillis).findFirst(),
        findings.lastWork().map(LastWork::evidence).orElse("none"),
        findings.windows(),
        findings.workedOff(),
        Requests.overTime(recording),
        CounterQualities.of(recording, findings),
        unexpected(problems, recording),
        new Judge(recording, findings, problems).verdicts());
  }

  /**
   * Judges one expectation, whether or not the scenario states it. What makes the whole run
   * impossible to judge is in {@link Analysis#problems}.
   */
  public static List<Verdict> judge(Recording recording, Expectation expectation) {
    Findings findings = Findings.of(recording);
    List<Problem> problems = Validity.problems(recording, findings.signal());
    return new Judge(recording, findings, problems).judge(expectation).toList();
  }

  /** A problem that the scenario expects is a verdict, and no problem. */
  private static List<String> unexpected(List<Problem> problems, Recording recording) {
    List<Doubt> expected =
        recording.scenario().expectations().stream()
            .filter(Expectation.Inconclusive.class::isInstance)
            .map(Expectation.Inconclusive.class::cast)
            .map(Expectation.Inconclusive::because)
            .toList();
    return problems.stream()
        .filter(problem -> !expected.contains(problem.doubt()))
        .map(Problem::text)
        .toList();
  }
}
