package ratelab.experiments.junit;

import org.assertj.core.api.AbstractAssert;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.scenario.Expectation;

/** What must hold of the curve of one window. */
public final class CurveAssert extends AbstractAssert<CurveAssert, WindowFinding> {
  private final PlayedRun run;

  CurveAssert(PlayedRun run, WindowFinding finding) {
    super(finding, CurveAssert.class);
    this.run = run;
  }

  /**
   * While the load runs, the curve stays this high. Only points whose window lies within the load
   * count; a load that is too short for one is inconclusive.
   *
   * @param cores expected CPU rate
   * @param relative how far a point may lie away, as a share of {@code cores}: 0.05 is 5 %
   */
  public CurveAssert plateausAt(double cores, double relative) {
    return meets(new Expectation.Plateau(cores, relative));
  }

  /** The curve is back inside the interval derived from its window and its samples. */
  public CurveAssert returnsWithinForecast() {
    return meets(new Expectation.ReturnsAsDerived());
  }

  /** The same expectation is judged on every window; this one's verdicts name it. */
  private CurveAssert meets(Expectation expectation) {
    isNotNull();
    Judgement.check(
        run,
        Analyst.judge(run.recording(), expectation).stream()
            .filter(verdict -> Judgement.isAbout(run, actual, verdict.name()))
            .toList(),
        Judgement.name(run, actual) + " meets " + expectation);
    return this;
  }
}
