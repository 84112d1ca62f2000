package ratelab.experiments.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ratelab.experiments.junit.RatelabAssertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.ScenarioReader;

class RunAssertTest {
  private static final Duration WINDOW = Duration.ofSeconds(30);

  @TempDir static Path directory;

  private static PlayedRun steady;
  private static PlayedRun backlog;

  @BeforeAll
  static void play() {
    steady = played("steady", "{workers: 1, duration: 2m, timeout: 20s}", "cpu: 400ms");
    backlog = played("backlog", "{workers: 20, duration: 2m, timeout: 5s}", "cpu: 400ms");
  }

  private static PlayedRun played(String name, String load, String cpu) {
    String yaml =
        """
        format: 1
        about: a service in a test
        target: {runtime: javalin, concurrency: single, work: sleep, sleep: 595ms, %s}
        load: %s
        scrape: {interval: 5s}
        windows: [30s]
        idle: 30s
        expect:
          - returns: as-derived
        """
            .formatted(cpu, load);
    return RatelabExtension.play(
        ScenarioReader.read(yaml, name + ".yaml", name).scenario(),
        directory.resolve(name),
        new SimulatedLab(SimulatedWorld.asTheOriginal(1)));
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
  void another_plateau_than_expected_fails() {
    assertThatThrownBy(() -> assertThat(steady).curve(WINDOW).plateausAt(0.8, 0.05))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("rate[30s] plateau under load")
        .hasMessageContaining("expected: 0.8000 cores ± 5.0 %");
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
