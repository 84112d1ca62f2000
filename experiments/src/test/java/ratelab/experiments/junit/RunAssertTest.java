package ratelab.experiments.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ratelab.experiments.junit.RatelabAssertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.lab.Lab;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.RecordingBuilder;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Counter;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.ScenarioReader;

class RunAssertTest {
  private static final Duration WINDOW = Duration.ofSeconds(30);

  private static final Lab SIMULATED = new SimulatedLab(SimulatedWorld.asTheOriginal(1));

  @TempDir static Path directory;

  private static PlayedRun steady;
  private static PlayedRun backlog;
  private static PlayedRun twice;

  @BeforeAll
  static void play() {
    steady = played("steady", "{workers: 1, duration: 2m, timeout: 20s}", "cpu: 400ms");
    backlog = played("backlog", "{workers: 20, duration: 2m, timeout: 5s}", "cpu: 400ms");
    twice = played("twice", "{workers: 1, duration: 3m, timeout: 20s}", "cpu: 400ms", "[30s, 1m]");
  }

  private static PlayedRun played(String name, String load, String cpu) {
    return played(name, load, cpu, "[30s]");
  }

  private static PlayedRun played(String name, String load, String cpu, String windows) {
    String yaml =
        """
        format: 1
        about: a service in a test
        target: {runtime: javalin, concurrency: single, work: sleep, sleep: 595ms, %s}
        load: %s
        scrape: {interval: 5s}
        windows: %s
        idle: 30s
        expect:
          - returns: as-derived
        """
            .formatted(cpu, load, windows);
    return play(name, ScenarioReader.read(yaml, name + ".yaml", name).scenario(), SIMULATED);
  }

  private static PlayedRun play(String name, Scenario scenario, Lab lab) {
    return RatelabExtension.play(scenario, directory.resolve(name), lab);
  }

  @Test
  void a_healthy_service_passes() {
    assertThat(steady).holds().returnsWithinForecast().hasCause(Cause.WINDOW_ONLY);
    assertThat(steady).worksOffForNobodyAtMost(0.01);
    assertThat(steady).curve(WINDOW).plateausAt(0.4, 0.05).returnsWithinForecast();
  }

  @Test
  void a_failure_shows_the_curve_as_text_and_the_cause() {
    assertThatThrownBy(() -> assertThat(backlog).worksOffForNobodyAtMost(0.01))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("requests worked off for nobody")
        .hasMessageContaining("expected: 0 % to 1 %")
        .hasMessageContaining("nobody waited for any more")
        .hasMessageContaining("rate[30s] in cores, seconds from the load's end:")
        .hasMessageContaining("█")
        .hasMessageContaining("report.html");
  }

  @Test
  void without_any_evidence_nothing_is_said_of_requests_that_nobody_waits_for() {
    PlayedRun silent =
        leftBehind("silent", run -> run.calibration(List.of()).abandoned(Optional.empty()));

    assertThatThrownBy(() -> assertThat(silent).worksOffForNobodyAtMost(0.01))
        .isInstanceOf(InconclusiveException.class)
        .hasMessageContaining("requests worked off for nobody")
        .hasMessageContaining("expected: 0 % to 1 %")
        .hasMessageContaining("observed: unknown")
        .hasMessageContaining("There is no evidence: none: the target has no handler log.");
  }

  @Test
  void a_load_that_tells_no_counts_leaves_open_how_many_were_worked_off_for_nobody() {
    PlayedRun uncounted =
        leftBehind(
            "uncounted", run -> run.load(LoadResult.unknown()).abandoned(Optional.of(List.of())));

    assertThatThrownBy(() -> assertThat(uncounted).worksOffForNobodyAtMost(0.01))
        .isInstanceOf(InconclusiveException.class)
        .hasMessageContaining("There is no evidence: ")
        .hasMessageContaining("of a load that tells no counts to compare them with");
  }

  /** The backlog, of which the target has kept no log, with further parts missing. */
  private static PlayedRun leftBehind(String name, UnaryOperator<RecordingBuilder> parts) {
    return play(
        name,
        backlog.recording().scenario(),
        (scenario, listener) ->
            parts.apply(SIMULATED.record(scenario, listener).with().handled(List.of())).build());
  }

  @Test
  void another_plateau_than_expected_fails() {
    assertThatThrownBy(() -> assertThat(steady).curve(WINDOW).plateausAt(0.8, 0.05))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("rate[30s] plateau under load")
        .hasMessageContaining("expected: 0.8000 cores ± 5.0 %");
  }

  @Test
  void a_failure_of_one_window_shows_that_windows_curve() {
    assertThatThrownBy(() -> assertThat(twice).curve(Duration.ofMinutes(1)).plateausAt(0.8, 0.05))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("rate[1m] plateau under load")
        .hasMessageContaining("rate[1m] in cores, seconds from the load's end:");
  }

  @Test
  void what_one_of_several_windows_leaves_open_shows_that_windows_curve() {
    PlayedRun brief =
        played("short", "{workers: 1, duration: 50s, timeout: 20s}", "cpu: 400ms", "[30s, 1m]");
    assertThatThrownBy(() -> assertThat(brief).meets(new Expectation.Plateau(0.4, 0.05)))
        .isInstanceOf(InconclusiveException.class)
        .hasMessageContaining("The load was shorter than the 1m that this window needs")
        .hasMessageContaining("rate[1m] in cores, seconds from the load's end:");
  }

  @Test
  void an_expectation_that_the_run_has_nothing_on_is_an_error_and_no_pass() {
    Expectation ofReference = new Expectation.CounterError(Counter.REFERENCE, 0.01, false);
    assertThatThrownBy(() -> assertThat(steady).meets(ofReference))
        .isInstanceOf(InconclusiveException.class)
        .hasMessageContaining(
            "run of 'steady' cannot be judged: it recorded nothing that tells whether it meets"
                + " CounterError[counter=REFERENCE, atMost=0.01, unlessBelowResolution=false].");
  }

  @Test
  void a_load_too_short_for_the_window_is_an_error_and_no_failure() {
    PlayedRun brief = played("brief", "{workers: 1, duration: 20s, timeout: 20s}", "cpu: 400ms");
    assertThatThrownBy(() -> assertThat(brief).curve(WINDOW).plateausAt(0.4, 0.05))
        .isInstanceOf(InconclusiveException.class)
        .hasMessageContaining("The load was shorter than the 30s that this window needs");
  }

  @Test
  void a_window_that_the_run_does_not_have_is_named() {
    assertThatThrownBy(() -> assertThat(steady).curve(Duration.ofMinutes(1)))
        .hasMessageContaining("has no window 1m; its scenario has [30s]");
    assertThatCode(() -> assertThat(steady).curve(WINDOW)).doesNotThrowAnyException();
  }
}
