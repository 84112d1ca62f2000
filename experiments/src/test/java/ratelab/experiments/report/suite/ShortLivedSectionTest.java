package ratelab.experiments.report.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortLivedSectionTest {
  @Test
  void what_each_counter_counted_and_missed_is_shown_beside_the_childrens_own_reading() {
    List<PlayedRun> runs =
        List.of(
            SimulatedRuns.played("short-lived/twentieth"),
            SimulatedRuns.played("short-lived/thrice"),
            SimulatedRuns.played("burn/100-millicores"));

    assertThat(SectionText.of(ShortLivedSection.of(runs).orElseThrow()))
        .isEqualTo(
            """
            How much each counter missed of short-lived children
            Run | A child lives for | CPU by their own reading | Nanosecond counter | Tick counter
            twentieth | 55 ms, 0.06 of a scrape interval | 2.00 s | 0.06 s counted, 96.9 % missed | 0.05 s counted, 97.5 % missed
            thrice | 3005 ms, 3.01 of a scrape interval | 30.00 s | 24.66 s counted, 17.8 % missed | 24.60 s counted, 18.0 % missed
            What a child spends after the last scrape that sees it is in no sample: of one that lives for L < S a share of L/2S is seen, of a longer one 1 − S/2L.\
            """);
  }

  @Test
  void a_suite_without_such_runs_has_no_such_section() {
    assertThat(ShortLivedSection.of(List.of(SimulatedRuns.played("burn/100-millicores"))))
        .isEmpty();
  }
}
