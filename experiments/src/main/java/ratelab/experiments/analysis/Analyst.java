package ratelab.experiments.analysis;

import ratelab.experiments.recording.Recording;

/** Says all that can be said about a recording. Pure: no clock, no file, no socket. */
public final class Analyst {
  private Analyst() {}

  /** Analyses a recording and judges its scenario's expectations. */
  public static Analysis analyse(Recording recording) {
    Findings findings = Findings.of(recording);
    return new Analysis(
        Answer.sentence(findings.cause(), findings.windows(), Requests.afterTheLoad(recording)),
        findings.cause(),
        findings.lastWork().stream().mapToLong(LastWork::endMillis).findFirst(),
        findings.lastWork().map(LastWork::evidence).orElse("none"),
        findings.windows(),
        findings.workedOff(),
        Requests.overTime(recording),
        CounterQualities.of(recording, findings),
        Validity.problems(recording, findings.signal()),
        new Judge(recording, findings).verdicts());
  }
}
