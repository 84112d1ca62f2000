package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Expectation;

/** Judges a scenario's expectations, one verdict or more for each. */
final class Judge {
  private final Recording recording;
  private final DrainVerdicts drain;
  private final ReturnVerdicts returns;
  private final RequestVerdicts requests;
  private final GapVerdicts gaps;
  private final CounterVerdicts counters;
  private final ChildrenVerdicts children;
  private final PlateauVerdicts plateaus;
  private final RaisedVerdicts raised;
  private final ValidityVerdicts validity;

  Judge(Recording recording, Findings findings, List<Problem> problems) {
    this.plateaus = new PlateauVerdicts(recording, findings);
    this.raised = new RaisedVerdicts(recording, findings);
    this.counters = new CounterVerdicts(recording);
    this.children = new ChildrenVerdicts(recording);
    this.gaps = new GapVerdicts(recording, findings);
    this.validity = new ValidityVerdicts(problems);
    this.recording = recording;
    this.drain = new DrainVerdicts(recording, findings);
    this.returns = new ReturnVerdicts(recording, findings);
    this.requests = new RequestVerdicts(recording, findings);
  }

  /** The expectations' verdicts in the scenario's order, then those on a real Prometheus. */
  List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    recording.scenario().expectations().stream().flatMap(this::judge).forEach(verdicts::add);
    recording.oracle().map(OracleVerdicts::agreement).ifPresent(verdicts::add);
    return verdicts;
  }

  /** The verdicts on one expectation. */
  Stream<Verdict> judge(Expectation expectation) {
    return switch (expectation) {
      case Expectation.DrainAsForecast e -> drain.asForecast(e);
      case Expectation.DrainAtMost e -> Stream.of(drain.atMost(e));
      case Expectation.ReturnsAsDerived _ -> returns.all();
      case Expectation.EachRequestRaisesCounter _ -> Stream.of(raised.each());
      case Expectation.Plateau e -> plateaus.all(e);
      case Expectation.ShapeAsDerived e -> new ShapeVerdicts(recording).all(e);
      case Expectation.CounterError e -> counters.error(e);
      case Expectation.ChildrenMissedAsDerived _ -> children.missed();
      case Expectation.EndsInGap _ -> gaps.all();
      case Expectation.Inconclusive e -> Stream.of(validity.inconclusive(e));
      case Expectation.AnsweredAsForecast e -> Stream.of(requests.answered(e));
      case Expectation.CauseIs e -> Stream.of(requests.cause(e));
      case Expectation.WorkedOffForNobody e -> Stream.of(requests.forNobody(e));
    };
  }
}
