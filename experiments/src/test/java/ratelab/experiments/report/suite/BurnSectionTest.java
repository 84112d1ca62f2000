package ratelab.experiments.report.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.experiments.report.page.Section;

class BurnSectionTest {
  private static final PlayedRun BURN = SimulatedRuns.played("burn/100-millicores");

  @Test
  void each_counter_is_shown_beside_the_independent_measure() {
    assertThat(text(SimulatedRuns.asLocal(BURN)))
        .isEqualTo(
            """
            How wrong each counter was
            Furthest from the independent measure: nanosecond counter 0.000 %, tick counter 0.146 %.
            Run | Asked of handlers | Independent measure | Nanosecond counter | Tick counter | Reference exporter
            100-millicores | 0.10000 cores | 0.12501 cores | 0.000 % | −0.146 % | not installed
            From the first to the last scrape within the load. The independent measure is what the scheduler accounts the target's threads; it holds what a request costs beside its handler, too.\
            """);
  }

  @Test
  void a_simulated_counter_is_no_proof_and_the_page_says_so() {
    assertThat(text(BURN))
        .contains("The simulated lab's nanosecond counter is its independent measure;");
  }

  @Test
  void a_suite_without_such_runs_has_no_such_section() {
    assertThat(BurnSection.of(List.of(SimulatedRuns.played("short-lived/half")))).isEmpty();
  }

  private static String text(PlayedRun run) {
    Section section = BurnSection.of(List.of(run)).orElseThrow();
    return SectionText.of(section);
  }
}
