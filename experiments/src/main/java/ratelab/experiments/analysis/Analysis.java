package ratelab.experiments.analysis;

import java.util.List;
import java.util.OptionalLong;
import ratelab.experiments.scenario.Cause;

/**
 * All that is said about a recording. Pure: the same recording gives the same analysis.
 *
 * @param answer the answer in a sentence
 * @param cause why the curve was late, named from samples, load marks and load counts alone
 * @param lastWorkMillis the end of the last work; empty if unknown
 * @param lastWorkEvidence what {@code lastWorkMillis} is read from, in words
 * @param windows one finding a window, shortest first
 * @param workedOff whom the requests were worked off for
 * @param requests the load's requests over time
 * @param counters the quality of the counters
 * @param problems why the run can not be judged, each with its remedy; empty for a valid run
 * @param remarks what was wrong with samples that no verdict rests on
 * @param verdicts the expectations, judged
 */
public record Analysis(
    String answer,
    Cause cause,
    OptionalLong lastWorkMillis,
    String lastWorkEvidence,
    List<WindowFinding> windows,
    WorkedOff workedOff,
    List<RequestCounts> requests,
    List<CounterQuality> counters,
    List<String> problems,
    List<String> remarks,
    List<Verdict> verdicts) {
  public Analysis {
    windows = List.copyOf(windows);
    requests = List.copyOf(requests);
    counters = List.copyOf(counters);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
    verdicts = List.copyOf(verdicts);
  }

  /**
   * Inconclusive if the run cannot be judged; else fail if any verdict failed; else inconclusive if
   * any is, or if nothing was expected; else pass.
   */
  public Status status() {
    if (!problems.isEmpty()) {
      return Status.INCONCLUSIVE;
    }
    List<Status> all = verdicts.stream().map(Verdict::status).toList();
    if (all.contains(Status.FAIL)) {
      return Status.FAIL;
    }
    return all.contains(Status.INCONCLUSIVE) || all.isEmpty() ? Status.INCONCLUSIVE : Status.PASS;
  }
}
