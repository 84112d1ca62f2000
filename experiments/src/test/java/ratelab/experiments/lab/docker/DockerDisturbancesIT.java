package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.suite.SuiteRun;
import ratelab.experiments.suite.SuiteRun.Outcome;

/** What is done to a run on this machine can be done to one in containers, with the same result. */
@ExtendWith(DockerGuard.class)
class DockerDisturbancesIT {
  private static final double SPEED = 10;

  /** A container that another takes the place of; a scrape that two scrapers do not make. */
  private static final List<String> SCENARIOS = List.of("decay/restarted", "decay/missed-scrape");

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> every_verdict_is_as_in_the_local_lab() throws InterruptedException {
    List<Scenario> scenarios =
        SCENARIOS.stream().map(name -> BuiltInScenarios.read(name).at(SPEED)).toList();
    SuiteRun suite =
        new SuiteRun(
            directory,
            scenarios.size(),
            run -> new DockerLab(DockerRuns.options(run, true)),
            _ -> Optional.empty());
    List<Outcome> outcomes = suite.play(scenarios, new SuiteRun.Listener() {});
    return outcomes.stream()
        .map(outcome -> dynamicTest(outcome.scenario().name(), () -> assertPlayed(outcome)));
  }

  private static void assertPlayed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Played.class);
    Outcome.Played played = (Outcome.Played) outcome;
    Recording recording = played.recording();
    assertThat(recording.disturbed()).hasSameSizeAs(played.scenario().disturbances());
    assertThat(recording.oracle().orElseThrow().differences()).isEmpty();
    assertThat(played.analysis().verdicts())
        .isNotEmpty()
        .allSatisfy(v -> assertThat(v.status()).as("%s", v).isEqualTo(Status.PASS));
  }
}
