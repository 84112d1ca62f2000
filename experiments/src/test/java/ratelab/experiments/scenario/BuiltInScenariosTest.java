package ratelab.experiments.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BuiltInScenariosTest {

  @Test
  void the_seed_is_the_original_experiment() {
    assertThat(BuiltInScenarios.read("seed"))
        .isEqualTo(
            new Scenario(
                "seed",
                "The original - a blocking handler, a load whose clients give up, a curve that"
                    + " falls minutes too late",
                Targets.app(
                    Platform.JAVALIN,
                    Concurrency.SINGLE,
                    Work.EXEC,
                    Duration.ofSeconds(5),
                    Duration.ZERO,
                    200,
                    AcceptPolicy.ALL),
                new Load(50, Duration.ofMinutes(1), Duration.ofSeconds(20)),
                Duration.ofSeconds(15),
                List.of(Duration.ofSeconds(30), Duration.ofMinutes(1)),
                Duration.ofSeconds(90),
                List.of(
                    new Expectation.DrainAsForecast(ForecastStage.BEFORE_LOAD, 0.05, 2),
                    new Expectation.AnsweredAsForecast(ForecastStage.BEFORE_LOAD, 2),
                    new Expectation.DrainAsForecast(ForecastStage.LOAD_END, 0, 0),
                    new Expectation.ReturnsAsDerived(),
                    new Expectation.CauseIs(Cause.BACKLOG),
                    new Expectation.WorkedOffForNobody(0.8, 1)),
                1,
                List.of()));
  }

  @Test
  void the_seed_without_timeout_differs_in_the_timeout_alone() {
    Scenario seed = BuiltInScenarios.read("seed");
    Scenario other = BuiltInScenarios.read("decay/no-timeout");

    assertThat(other)
        .isEqualTo(
            new Scenario(
                "decay/no-timeout",
                other.about(),
                seed.target(),
                new Load(50, Duration.ofMinutes(1), Duration.ZERO),
                seed.scrapeInterval(),
                seed.windows(),
                seed.idle(),
                List.of(
                    new Expectation.DrainAtMost(3),
                    new Expectation.ReturnsAsDerived(),
                    new Expectation.CauseIs(Cause.WINDOW_ONLY),
                    new Expectation.WorkedOffForNobody(0, 0.02)),
                1,
                List.of()));
  }

  @Test
  void every_scenario_file_is_listed_and_gives_no_warning() throws Exception {
    assertThat(files()).containsExactlyInAnyOrderElementsOf(BuiltInScenarios.names());
    for (String name : BuiltInScenarios.names()) {
      assertThat(ScenarioReader.read(BuiltInScenarios.text(name), name, name).warnings()).isEmpty();
    }
  }

  @Test
  void an_unknown_name_brings_the_list_and_the_nearest() {
    assertThatThrownBy(() -> BuiltInScenarios.read("sed"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "there is no scenario 'sed'; did you mean seed? (built in: seed, windows, decay,"
                + " runtimes, burn, short-lived, cures, scrape-health, throttle; a file is given by"
                + " its path, such as ./mine.yaml)");
  }

  private static List<String> files() throws IOException, URISyntaxException {
    var seed = Objects.requireNonNull(BuiltInScenarios.class.getResource("/scenarios/seed.yaml"));
    Path folder = Objects.requireNonNull(Path.of(seed.toURI()).getParent());
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.replace(".yaml", ""))
          .toList();
    }
  }
}
