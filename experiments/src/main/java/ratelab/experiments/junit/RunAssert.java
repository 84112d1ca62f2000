package ratelab.experiments.junit;

import java.time.Duration;
import org.assertj.core.api.AbstractAssert;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Scenario;

/**
 * What must hold of a run. Each assertion is judged as the same expectation in a scenario's file
 * would be: with a derived tolerance, and {@linkplain InconclusiveException inconclusive} where the
 * run does not tell.
 */
public final class RunAssert extends AbstractAssert<RunAssert, PlayedRun> {
  RunAssert(PlayedRun actual) {
    super(actual, RunAssert.class);
  }

  /** Every expectation of the scenario holds, and there is at least one. */
  public RunAssert holds() {
    isNotNull();
    if (actual.recording().scenario().expectations().isEmpty()) {
      throw new InconclusiveException(
          actual + " cannot be judged: its scenario expects nothing; give it `expect:`");
    }
    Judgement.check(actual, actual.analysis().verdicts(), "its scenario's expectations hold");
    return this;
  }

  /** The attribution names this cause. */
  public RunAssert hasCause(Cause cause) {
    return meets(new Expectation.CauseIs(cause));
  }

  /** Every window's curve returns inside the interval derived from its samples. */
  public RunAssert returnsWithinForecast() {
    return meets(new Expectation.ReturnsAsDerived());
  }

  /**
   * At most this share of the requests was worked off after its client had gone.
   *
   * @param share 0 to 1: 0.01 is one in a hundred
   */
  public RunAssert worksOffForNobodyAtMost(double share) {
    return meets(new Expectation.WorkedOffForNobody(0, share));
  }

  /** The target is done at most so many service times after the load. */
  public RunAssert isDoneWithinServiceTimes(int serviceTimes) {
    return meets(new Expectation.DrainAtMost(serviceTimes));
  }

  /** Any expectation that a scenario's file can state. */
  public RunAssert meets(Expectation expectation) {
    isNotNull();
    Judgement.check(
        actual, Analyst.judge(actual.recording(), expectation), "it meets " + expectation);
    return this;
  }

  /**
   * The curve of one window.
   *
   * @param window the rate window as the scenario names it
   */
  public CurveAssert curve(Duration window) {
    isNotNull();
    Scenario scenario = actual.recording().scenario();
    WindowFinding finding =
        actual.analysis().windows().stream()
            .filter(w -> scenario.nominal(w.window()).equals(window))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no window %s; its scenario has %s"
                            .formatted(actual, Durations.print(window), windows(scenario))));
    return new CurveAssert(actual, finding);
  }

  private static String windows(Scenario scenario) {
    return scenario.windows().stream().map(scenario::nominal).map(Durations::print).toList() + "";
  }
}
