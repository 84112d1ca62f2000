package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.Scenario;

/** All scenarios here are scraped every 15 s. */
class RunEndTest {
  private static final boolean ALL = false;
  private static final boolean SHORTEST = true;

  @Test
  void the_longest_window_is_watched_for_twice_its_length_and_a_scrape() {
    assertThat(new RunEnd(scenario(30, 60), ALL).millis(1_000)).isEqualTo(1_000 + 135_000);
  }

  @Test
  void one_that_stops_when_it_has_explained_watches_the_shortest_window() {
    assertThat(new RunEnd(scenario(60, 30), SHORTEST).millis(1_000)).isEqualTo(1_000 + 75_000);
  }

  @Test
  void a_window_of_less_than_two_scrapes_lasts_as_long_as_two() {
    assertThat(new RunEnd(scenario(10), ALL).millis(0)).isEqualTo(75_000);
  }

  @Test
  void the_recorded_scenario_has_the_windows_that_were_watched_long_enough() {
    assertThat(new RunEnd(scenario(60, 10, 30), SHORTEST).seen()).isEqualTo(scenario(10, 30));
    assertThat(new RunEnd(scenario(60, 10, 30), ALL).seen()).isEqualTo(scenario(60, 10, 30));
  }

  @Test
  void the_shortest_window_that_always_has_a_rate_is_two_scrapes_long() {
    assertThat(new RunEnd(scenario(10, 60, 40), ALL).shortestVisible())
        .isEqualTo(Duration.ofSeconds(40));
    assertThat(new RunEnd(scenario(10), ALL).shortestVisible()).isEqualTo(Duration.ofSeconds(30));
  }

  private static Scenario scenario(int... windowSeconds) {
    Scenario small = SmallScenario.on(Platform.JAVALIN);
    List<Duration> windows = Arrays.stream(windowSeconds).mapToObj(Duration::ofSeconds).toList();
    return new Scenario(
        small.name(),
        small.about(),
        small.target(),
        small.load(),
        Duration.ofSeconds(15),
        windows,
        small.idle(),
        small.expectations(),
        small.speed(),
        List.of());
  }
}
