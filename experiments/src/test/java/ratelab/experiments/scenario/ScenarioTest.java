package ratelab.experiments.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
  private final Scenario seed = BuiltInScenarios.read("seed");

  @Test
  void at_a_speed_every_duration_is_divided_and_no_count() {
    assertThat(seed.at(10))
        .isEqualTo(
            new Scenario(
                "seed",
                seed.about(),
                seed.target().withSleep(Duration.ofMillis(500)),
                new Load(50, Duration.ofSeconds(6), Duration.ofSeconds(2)),
                Duration.ofMillis(1500),
                List.of(Duration.ofSeconds(3), Duration.ofSeconds(6)),
                Duration.ofSeconds(9),
                seed.expectations(),
                10,
                List.of()));
  }

  @Test
  void no_duration_is_scaled_away() {
    Scenario fast = seed.withLoad(new Load(1, Duration.ofSeconds(1), Duration.ofMillis(1))).at(1e6);

    assertThat(fast.load()).isEqualTo(new Load(1, Duration.ofMillis(1), Duration.ofMillis(1)));
    assertThat(fast.scrapeInterval()).isEqualTo(Duration.ofMillis(1));
    assertThat(BuiltInScenarios.read("decay/no-timeout").at(10).load().hasTimeout()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 3, 7, 10, 60, 0.5})
  void the_nominal_durations_are_those_of_the_file_at_every_speed(double speed) {
    Scenario scaled = seed.at(speed);

    assertThat(
            List.of(
                scaled.nominal(scaled.target().sleep()),
                scaled.nominal(scaled.load().duration()),
                scaled.nominal(scaled.load().timeout()),
                scaled.nominal(scaled.scrapeInterval()),
                scaled.nominal(scaled.windows().getLast()),
                scaled.nominal(scaled.idle())))
        .containsExactly(
            seed.target().sleep(),
            seed.load().duration(),
            seed.load().timeout(),
            seed.scrapeInterval(),
            seed.windows().getLast(),
            seed.idle());
  }

  @Test
  void seen_by_another_scraper_the_same_was_done_to_it() {
    Scenario restarted = BuiltInScenarios.read("decay/restarted");
    Scenario seen = restarted.seen(Duration.ofSeconds(5), List.of(Duration.ofSeconds(20)));
    assertThat(restarted.disturbances()).isNotEmpty();
    assertThat(seen.disturbances()).isEqualTo(restarted.disturbances());
    assertThat(seen.seen(restarted.scrapeInterval(), restarted.windows())).isEqualTo(restarted);
  }

  @Test
  void for_real_it_is_played_no_faster_than_scrapes_half_a_second_apart() {
    Scenario windows = BuiltInScenarios.read("windows/plateau");

    assertThat(windows.scrapeInterval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(windows.atUpTo(10)).isEqualTo(windows.at(2));
    assertThat(BuiltInScenarios.read("seed").atUpTo(10))
        .isEqualTo(BuiltInScenarios.read("seed").at(10));
  }

  @Test
  void for_real_what_only_computes_is_played_as_it_is() {
    Scenario burn = BuiltInScenarios.read("burn/half-a-millicore");

    assertThat(burn.atUpTo(10)).isEqualTo(burn);
  }
}
