package ratelab.experiments.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioWriterTest {

  @Test
  void the_resolved_scenario_shows_nominal_and_actual_durations() {
    assertThat(ScenarioWriter.text(BuiltInScenarios.read("decay/no-timeout").at(10)))
        .isEqualTo(
            """
            # A scenario as it was played: durations are nominal, divided by speed they are actual.
            format: 1
            name: "decay/no-timeout"
            about: "The original without client timeouts - nothing is left to work off, the curve falls\
             with its window"
            speed: 10
            target:
              runtime: javalin
              concurrency: single
              work: exec
              sleep: 5s # actual 500ms
              cpu: 0s
              accept: all
            load:
              workers: 50
              duration: 1m # actual 6s
              timeout: 0s
            scrape:
              interval: 15s # actual 1.5s
            windows:
              - 30s # actual 3s
              - 1m # actual 6s
            idle: 1m30s # actual 9s
            expect:
              - drain: {at-most-service-times: 3}
              - returns: as-derived
              - cause: window-only
              - worked-off-for-nobody: {at-least: 0%, at-most: 2%}
            """);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 3, 7, 10, 60, 600, 0.5, 12.34})
  void reading_it_back_gives_an_equal_scenario_at_every_speed(double speed) {
    for (Scenario scenario : BuiltInScenarios.list()) {
      assertThat(readBack(scenario.at(speed))).isEqualTo(scenario.at(speed));
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void every_target_is_read_back(Target target) {
    Scenario scenario = BuiltInScenarios.read("seed").withTarget(target);

    assertThat(readBack(scenario)).isEqualTo(scenario);
  }

  static List<Target> targets() {
    Duration sleep = Duration.ofNanos(1_234_567_891);
    Duration cpu = Duration.ofMillis(2);
    return List.of(
        Targets.app(
            Platform.NODE, Concurrency.SINGLE, Work.EXEC, sleep, cpu, 200, AcceptPolicy.ONE),
        Targets.app(
            Platform.JAVALIN, Concurrency.POOL, Work.SLEEP, sleep, cpu, 8, AcceptPolicy.ALL),
        Targets.app(
            Platform.JAVALIN, Concurrency.VIRTUAL, Work.SLEEP, sleep, cpu, 8, AcceptPolicy.ONE),
        Targets.app(
            Platform.JAVALIN,
            Concurrency.ASYNC,
            Work.BURN,
            Duration.ZERO,
            cpu,
            200,
            AcceptPolicy.ALL));
  }

  @Test
  void names_and_sentences_may_hold_any_character() {
    Scenario seed = BuiltInScenarios.read("seed");
    Scenario odd =
        new Scenario(
            "a \"b\" \\ c: # d",
            "tab\tline\nbell\u0007 größer als 😀",
            seed.target(),
            seed.load(),
            seed.scrapeInterval(),
            seed.windows(),
            seed.idle(),
            seed.expectations(),
            1,
            List.of());

    assertThat(readBack(odd)).isEqualTo(odd);
  }

  private static Scenario readBack(Scenario scenario) {
    return ScenarioReader.read(ScenarioWriter.text(scenario), "scenario.yaml", "scenario")
        .scenario();
  }
}
