package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.experiments.forecast.Forecaster;
import ratelab.experiments.forecast.LoadCounts;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Scenario;

class ForecastTextTest {
  private static final String NEVER =
      "rate[10s] never (10s is not longer than the scrape interval 15s: no window holds two"
          + " samples, so no rate exists)";

  @Test
  void a_window_that_shows_nothing_is_given_no_time_to_be_back() {
    assertThat(lines(10, 30)).anySatisfy(line -> assertThat(line).contains(NEVER + ", rate[30s] "));
  }

  @Test
  void where_no_window_shows_anything_only_the_work_is_expected_to_end() {
    assertThat(lines(10))
        .last()
        .asString()
        .startsWith("expect the last work at ")
        .endsWith("; curves back: " + NEVER);
  }

  /** What is printed at the load's end. */
  private static List<String> lines(int... windowSeconds) {
    Scenario scenario =
        BuiltInScenarios.read("seed")
            .withWindows(Arrays.stream(windowSeconds).mapToObj(Duration::ofSeconds).toList());
    Forecaster forecaster = new Forecaster(scenario, List.of(Duration.ofSeconds(5)));
    return ForecastText.lines(
        forecaster.atLoadEnd(80_000, new LoadCounts(150, 4, 146, 0, 60_000, 80_000), List.of()),
        scenario,
        millis -> millis + " ms");
  }
}
