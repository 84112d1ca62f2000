package ratelab.experiments.report.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimesSectionTest {
  private static final List<PlayedRun> RUNS =
      List.of(SimulatedRuns.played("runtimes/javalin"), SimulatedRuns.played("runtimes/node"));

  @Test
  void the_runtimes_are_side_by_side_and_the_question_is_answered() {
    List<String> absent = List.of("runtimes/go: go is not on PATH", "seed/go: go is not on PATH");

    assertThat(
            SectionText.of(
                RuntimesSection.of(RUNS.stream().map(SimulatedRuns::asLocal).toList(), absent)
                    .orElseThrow()))
        .isEqualTo(
            """
            Is that just how Node works?
            No: 2 of 2 runtimes worked off most of their requests for nobody and needed 690.7 s to drain. It is the way the server queues, not Node.
            Runtime | Worked off for nobody | Drain | CPU a request | Idle CPU | Memory | Return after the load
            javalin | 150 of 153 | 690.7 s | 2.45 ms | 0.000010 cores | not known | rate[30s]: 701.0 s; rate[1m]: 731.0 s
            node | 150 of 153 | 690.7 s | 2.45 ms | 0.000010 cores | not known | rate[30s]: 701.0 s; rate[1m]: 731.0 s
            Not played: go: go is not on PATH.\
            """);
  }

  @Test
  void a_model_answers_nothing_about_runtimes() {
    assertThat(SectionText.of(RuntimesSection.of(RUNS, List.of()).orElseThrow()))
        .contains("Not answered: the simulated lab plays one model of a server for all runtimes")
        .doesNotContain("Not played");
  }

  @Test
  void a_suite_without_such_runs_has_no_such_section() {
    assertThat(RuntimesSection.of(List.of(SimulatedRuns.played("seed/node")), List.of())).isEmpty();
  }
}
