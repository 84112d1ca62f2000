package ratelab.experiments.analysis;

import java.util.List;
import java.util.Optional;
import ratelab.experiments.scenario.Doubt;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Words;

/** Judges whether a run that cannot be judged was found to be one. */
final class ValidityVerdicts {
  private final List<Problem> problems;

  ValidityVerdicts(List<Problem> problems) {
    this.problems = problems;
  }

  Verdict inconclusive(Expectation.Inconclusive expected) {
    Optional<Problem> found =
        problems.stream().filter(problem -> problem.doubt() == expected.because()).findFirst();
    return Verdicts.judged(
        "the run is inconclusive, for the reason that was given it",
        Words.of(expected.because()),
        found.map(Problem::text).orElseGet(this::others),
        "none",
        found.isPresent(),
        "What was done to the run went unnoticed: its verdicts would be taken for true.");
  }

  private String others() {
    return problems.isEmpty()
        ? "nothing is in doubt"
        : String.join(
            ", ", problems.stream().map(Problem::doubt).map((Doubt d) -> Words.of(d)).toList());
  }
}
