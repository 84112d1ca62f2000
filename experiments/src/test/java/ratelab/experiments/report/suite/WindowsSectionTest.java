package ratelab.experiments.report.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsSectionTest {
  @Test
  void a_window_is_advised_for_each_scrape_interval_and_every_statement_has_its_views() {
    List<PlayedRun> runs = List.of(SimulatedRuns.played("windows/up-to-a-minute"));

    assertThat(SectionText.of(WindowsSection.of(runs).orElseThrow()).lines())
        .contains(
            "Which window to choose",
            "1s | rate[5s] | is up and back 4s to 5s after the CPU is, lags by 2.5s, and shows a"
                + " short burst 1.25 times as high as its mean | A rate needs two samples: 2s"
                + " always holds them while no scrape is missed, 4s survives a missed one and"
                + " jitter.",
            "15s | rate[1m] | is up and back 45s to 1m after the CPU is, lags by 30s, and shows a"
                + " short burst 1.33 times as high as its mean | A rate needs two samples: 30s"
                + " always holds them while no scrape is missed, 1m survives a missed one and"
                + " jitter.",
            "Statement | up-to-a-minute",
            "return of the curves | 468 as derived, 0 not, 0 not seen; forecast: as derived in 468"
                + " views",
            "rate[30s] returns as derived | 29.6 s; forecast: 29.6 s to 29.7 s");
  }

  @Test
  void a_suite_without_such_runs_has_no_such_section() {
    assertThat(WindowsSection.of(List.of(SimulatedRuns.played("burn/100-millicores")))).isEmpty();
  }
}
