package ratelab.experiments.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {

  @Test
  void every_key_arrives_where_it_belongs() {
    String text =
        """
        format: 1
        name: other
        about: All keys
        speed: 2
        target:
          runtime: javalin
          concurrency: pool
          work: sleep
          sleep: 500ms
          cpu: 2ms
          threads: 8
          accept: one
        load: {workers: 20, duration: 1m30s, timeout: 0}
        scrape: {interval: 5s}
        windows:
          - 10s
          - 1m
        idle: 30s
        expect:
          - drain: {forecast: before-load, relative: 7.5%, service-times: 2}
          - drain: {forecast: load-end}
          - answered: {forecast: load-end, plus-minus: 0}
          - drain: {at-most-service-times: 3}
          - returns: as-derived
          - cause: unknown
          - worked-off-for-nobody: {at-most: 2%}
        """;

    assertThat(read(text))
        .isEqualTo(
            file(
                new Scenario(
                    "other",
                    "All keys",
                    Targets.app(
                        Platform.JAVALIN,
                        Concurrency.POOL,
                        Work.SLEEP,
                        Duration.ofMillis(250),
                        Duration.ofMillis(2),
                        8,
                        AcceptPolicy.ONE),
                    new Load(20, Duration.ofSeconds(45), Duration.ZERO),
                    Duration.ofMillis(2500),
                    List.of(Duration.ofSeconds(5), Duration.ofSeconds(30)),
                    Duration.ofSeconds(15),
                    List.of(
                        new Expectation.DrainAsForecast(ForecastStage.BEFORE_LOAD, 0.075, 2),
                        new Expectation.DrainAsForecast(ForecastStage.LOAD_END, 0, 0),
                        new Expectation.AnsweredAsForecast(ForecastStage.LOAD_END, 0),
                        new Expectation.DrainAtMost(3),
                        new Expectation.ReturnsAsDerived(),
                        new Expectation.CauseIs(Cause.UNKNOWN),
                        new Expectation.WorkedOffForNobody(0, 0.02)),
                    2,
                    List.of())));
  }

  @Test
  void what_is_left_out_has_its_default() {
    String javalin = ScenarioText.with("  concurrency: single\n", "");
    String node = javalin.replace("javalin", "node");
    String burn = ScenarioText.with("work: exec\n  sleep: 5s", "work: burn\n  cpu: 100ms");

    assertThat(List.of(target(javalin), target(node), target(burn)))
        .containsExactly(
            Targets.app(
                Platform.JAVALIN,
                Concurrency.SINGLE,
                Work.EXEC,
                Duration.ofSeconds(5),
                Duration.ZERO,
                200,
                AcceptPolicy.ALL),
            Targets.app(
                Platform.NODE,
                Concurrency.SINGLE,
                Work.EXEC,
                Duration.ofSeconds(5),
                Duration.ZERO,
                200,
                AcceptPolicy.ALL),
            Targets.app(
                Platform.JAVALIN,
                Concurrency.SINGLE,
                Work.BURN,
                Duration.ZERO,
                Duration.ofMillis(100),
                200,
                AcceptPolicy.ALL));
  }

  @Test
  void a_scenario_is_called_as_its_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("checkout.yml"), ScenarioText.VALID);

    assertThat(ScenarioReader.read(file).scenario().name()).isEqualTo("checkout");
  }

  @Test
  void what_can_hardly_be_meant_is_a_warning_with_its_reason() {
    String text =
        ScenarioText.with("windows: [30s, 1m]", "windows: [10s, 15s, 20s, 30s]")
            .replace("idle: 90s", "idle: 20s")
            .replace("sleep: 5s", "sleep: 5s\n  threads: 10");

    assertThat(read(text).warnings())
        .containsExactly(
            "mine.yaml:8: target.threads: only concurrency pool has threads; the key has no effect",
            "mine.yaml:15: windows[0]: 10s is not longer than the scrape interval 15s: no window"
                + " holds two samples, so no rate exists",
            "mine.yaml:15: windows[1]: 15s is not longer than the scrape interval 15s: no window"
                + " holds two samples, so no rate exists",
            "mine.yaml:15: windows[2]: 20s is shorter than twice the scrape interval 15s: only some"
                + " windows hold two samples, so the curve has gaps",
            "mine.yaml:16: idle: 20s is shorter than two scrape intervals of 15s: the target's idle"
                + " CPU rate cannot be measured");
  }

  @Test
  void what_all_variants_are_warned_of_in_the_same_line_is_told_once() {
    String text =
        ScenarioText.with("windows: [30s, 1m]", "windows: [20s]")
            + """
            variants:
              - {name: slow, about: slower, target: {sleep: 6s}}
              - {name: slower, about: even slower, target: {sleep: 7s}}
              - name: restless
                about: hardly idle
                idle: 20s
            """;

    assertThat(read(text).warnings())
        .containsExactly(
            "mine.yaml:14: windows[0]: 20s is shorter than twice the scrape interval 15s: only some"
                + " windows hold two samples, so the curve has gaps",
            "mine.yaml:23: restless.idle: 20s is shorter than two scrape intervals of 15s: the"
                + " target's idle CPU rate cannot be measured");
  }

  private static Target target(String text) {
    return read(text).scenario().target();
  }

  /** A file that holds one scenario and gives no warning. */
  private static ScenarioFile file(Scenario scenario) {
    return new ScenarioFile(
        scenario.name(), scenario.about(), Optional.of(scenario), List.of(), List.of());
  }

  private static ScenarioFile read(String text) {
    return ScenarioReader.read(text, "mine.yaml", "mine");
  }
}
