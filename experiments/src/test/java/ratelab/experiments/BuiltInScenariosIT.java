package ratelab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.lab.LocalLab;
import ratelab.experiments.lab.LocalLabOptions;
import ratelab.experiments.lab.PrometheusChoice;
import ratelab.experiments.lab.Runtimes;
import ratelab.experiments.recording.RecordingReader;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.suite.SuiteRun;
import ratelab.experiments.suite.SuiteRun.Outcome;

/**
 * The catalogue played with real processes, some runs at the same time: one of each entry, or all
 * with {@code -Pfull}. A test for each verdict, and one report over all: {@code
 * target/ratelab/suite-UTC/index.html}.
 */
class BuiltInScenariosIT {
  private static final double SPEED = 10;

  /** They mostly sleep. */
  private static final int AT_ONCE = 4;

  /** One of each entry, what the simulated lab can tell least about; the longest first. */
  private static final List<String> ONE_OF_EACH =
      List.of(
          "windows/up-to-a-minute",
          "seed",
          "seed/by-hand",
          "decay/restarted",
          "decay/exit",
          "runtimes/express",
          "burn/100-millicores",
          "short-lived/twentieth",
          "cures/drop-gone",
          "scrape-health/failing-scrapes");

  @TestFactory
  Stream<DynamicNode> every_expectation_holds() throws IOException, InterruptedException {
    Path parent = Files.createDirectories(Path.of("target", "ratelab"));
    Path directory = Files.createTempDirectory(parent, "suite-");
    SuiteRun suite =
        new SuiteRun(
            directory,
            AT_ONCE,
            run -> new LocalLab(new LocalLabOptions(run, new PrometheusChoice.Auto(), false)),
            Runtimes::missing);
    List<Outcome> outcomes = suite.play(scenarios(), new SuiteRun.Listener() {});
    suite.write(
        "The catalogue, by mvn verify",
        Instant.now() + ", local lab, speed up to " + SPEED + ", " + AT_ONCE + " at once",
        outcomes);
    return outcomes.stream().map(BuiltInScenariosIT::tests);
  }

  private static List<Scenario> scenarios() {
    List<Scenario> chosen =
        Boolean.getBoolean("ratelab.full")
            ? BuiltInScenarios.list()
            : ONE_OF_EACH.stream().map(BuiltInScenarios::read).toList();
    return chosen.stream().map(scenario -> scenario.atUpTo(SPEED)).toList();
  }

  private static DynamicNode tests(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Played played -> dynamicContainer(played.scenario().name(), verdicts(played));
      case Outcome.Absent absent ->
          dynamicTest(
              absent.scenario().name(),
              () ->
                  RequiredTools.missing(
                      tool(absent.scenario().target().platform()), absent.reason()));
      case Outcome.Broken broken ->
          dynamicTest(
              broken.scenario().name(),
              () -> assertThat(broken.reason()).as("why the run broke").isEmpty());
    };
  }

  /** A runtime as RATELAB_REQUIRE names it. */
  private static String tool(Platform platform) {
    return switch (platform) {
      case JAVALIN, OWN -> "";
      case NODE -> "node";
      case EXPRESS -> "express";
      case PYTHON -> "python3";
      case GO -> "go";
    };
  }

  private static Stream<DynamicTest> verdicts(Outcome.Played played) {
    return Stream.concat(
        Stream.of(
            dynamicTest(
                "the run is valid", () -> assertThat(played.analysis().problems()).isEmpty()),
            dynamicTest(
                "its replay says the same",
                () ->
                    assertThat(Analyst.analyse(RecordingReader.read(played.directory())))
                        .isEqualTo(played.analysis()))),
        played.analysis().verdicts().stream()
            .map(verdict -> test(played.scenario().name(), verdict)));
  }

  /** Inconclusive is an error, never a skip. */
  private static DynamicTest test(String scenario, Verdict verdict) {
    return dynamicTest(
        verdict.name(),
        () -> assertThat(verdict.status()).as("%s: %s", scenario, verdict).isEqualTo(Status.PASS));
  }
}
