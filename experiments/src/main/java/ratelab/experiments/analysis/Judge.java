package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Doubt;
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

  private final Trust trust;
  private final GroundsOf grounds;

  /**
   * @param problems what is wrong with the run
   * @param expected what the scenario says is wrong with it
   */
  Judge(Recording recording, Findings findings, List<Problem> problems, Set<Doubt> expected) {
    this.trust = Trust.of(problems, findings, expected);
    this.grounds = new GroundsOf(recording, findings);
    this.plateaus = new PlateauVerdicts(recording, findings);
    this.raised = new RaisedVerdicts(recording, findings);
    this.counters = new CounterVerdicts(recording);
    this.children = new ChildrenVerdicts(recording);
    this.gaps = new GapVerdicts(recording, findings);
    this.validity = new ValidityVerdicts(problems);
    this.recording = recording;
    this.drain = new DrainVerdicts(recording, findings);
    this.returns = new ReturnVerdicts(recording, findings, trust);
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
      case Expectation.DrainAsForecast e -> checked(drain.asForecast(e), grounds.drain());
      case Expectation.DrainAtMost e -> checked(Stream.of(drain.atMost(e)), grounds.drain());
      case Expectation.ReturnsAsDerived _ -> returns.all();
      case Expectation.EachRequestRaisesCounter _ ->
          checked(Stream.of(raised.each()), grounds.requestByRequest());
      case Expectation.Plateau e -> checked(plateaus.all(e), grounds.plateau());
      case Expectation.PlateauAtLimit _ -> checked(plateaus.atLimit(), grounds.plateau());
      case Expectation.ShapeAsDerived e ->
          checked(new ShapeVerdicts(recording).all(e), grounds.shape());
      case Expectation.CounterError e -> checked(counters.error(e), grounds.endsOfLoad());
      case Expectation.ChildrenMissedAsDerived _ ->
          checked(children.missed(), grounds.requestByRequest());
      case Expectation.EndsInGap _ -> checked(gaps.all(), grounds.end());
      case Expectation.Inconclusive e -> Stream.of(validity.inconclusive(e));
      case Expectation.AnsweredAsForecast e -> Stream.of(requests.answered(e));
      case Expectation.CauseIs e -> checked(Stream.of(requests.cause(e)), grounds.cause());
      case Expectation.WorkedOffForNobody e ->
          checked(Stream.of(requests.forNobody(e)), grounds.workedOff());
    };
  }

  private Stream<Verdict> checked(Stream<Verdict> verdicts, Grounds on) {
    return verdicts.map(verdict -> trust.checked(verdict, on));
  }
}
