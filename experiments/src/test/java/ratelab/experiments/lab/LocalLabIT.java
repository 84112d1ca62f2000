package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.RequiredTools;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.Attempt;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Outcome;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.WindowCurve;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.Platform;

/** Whole runs of a small scenario: 8 workers give up after 300 ms what takes 100 ms each. */
class LocalLabIT {
  @TempDir private Path directory;
  private final Heard heard = new Heard();

  @Test
  void plays_a_whole_run_against_javalin() {
    Recording recording = record(Platform.JAVALIN);
    checkInvariants(recording);
    assertThat(recording.info().versions()).containsKeys("ratelab", "java", "kernel", "target");
  }

  @Test
  void plays_a_whole_run_against_node() {
    RequiredTools.locate("node", "nodejs");
    Recording recording = record(Platform.NODE);
    checkInvariants(recording);
    assertThat(recording.info().versions()).containsKeys("node", "uv");
  }

  @Test
  void a_real_prometheus_agrees_bit_for_bit() {
    Path prometheus = RequiredTools.locate("prometheus", "prometheus");
    Recording recording =
        record(Platform.JAVALIN, new PrometheusChoice.Executable(prometheus), false);
    checkInvariants(recording);
    OracleResult oracle = recording.oracle().orElseThrow();
    assertThat(oracle.differences()).isEmpty();
    assertThat(oracle.differing()).isZero();
    assertThat(oracle.points()).isGreaterThan(500);
    assertThat(oracle.curves())
        .extracting(WindowCurve::window)
        .isEqualTo(recording.scenario().windows());
    assertThat(recording.info().versions()).containsEntry("prometheus", oracle.version());
    assertThat(oracle.samples()).isNotEmpty();
    assertThat(directory.resolve("run/prometheus/data")).doesNotExist();
  }

  @Test
  void can_stop_when_the_shortest_window_has_returned() {
    Recording recording = record(Platform.JAVALIN, new PrometheusChoice.None(), true);
    checkInvariants(recording);
    assertThat(recording.scenario().windows()).containsExactly(Duration.ofMillis(600));
  }

  private Recording record(Platform platform) {
    return record(platform, new PrometheusChoice.None(), false);
  }

  private Recording record(
      Platform platform, PrometheusChoice prometheus, boolean stopWhenExplained) {
    return new LocalLab(
            new LocalLabOptions(directory.resolve("run"), prometheus, stopWhenExplained))
        .record(SmallScenario.on(platform), heard);
  }

  private void checkInvariants(Recording recording) {
    List<String> sent = recording.attempts().stream().map(Attempt::id).sorted().toList();
    assertThat(sent).hasSize(Math.toIntExact(recording.load().sent()));
    assertThat(loadHandled(recording)).isEqualTo(sent);
    assertThat(recording.attempts()).extracting(Attempt::outcome).contains(Outcome.TIMEOUT);
    assertThat(values(recording, "namedprocess_namegroup_num_procs")).containsOnly(1.0);
    assertThat(values(recording, "namedprocess_scrape_partial_errors")).containsOnly(0.0);
    assertThat(recording.scrapeFailures()).isEmpty();
    assertThat(recording.cpuReadings()).isNotEmpty();
    assertThat(recording.calibration())
        .hasSize(3)
        .allMatch(time -> time.compareTo(Duration.ofMillis(100)) >= 0);
    assertThat(recording.forecasts())
        .extracting(Forecast::stage)
        .containsExactly(ForecastStage.values());
    assertThat(heard.forecasts).isEqualTo(recording.forecasts());
    assertThat(heard.phases).containsExactly(LabPhase.values());
    assertThat(heard.notes).isEmpty();
    assertThat(heard.toWorkOff).anyMatch(count -> count > 0).endsWith(0L);
  }

  private static List<String> loadHandled(Recording recording) {
    return recording.handled().stream()
        .map(HandledRequest::id)
        .filter(id -> !id.startsWith("calibration-"))
        .sorted()
        .toList();
  }

  private static List<Double> values(Recording recording, String metric) {
    return recording.series().stream()
        .filter(series -> series.id().metric().equals(metric))
        .filter(series -> !series.id().label("groupname").equals("target-children"))
        .flatMap(series -> series.samples().stream())
        .map(Sample::value)
        .toList();
  }

  /** Keeps what a listener is told. */
  private static final class Heard implements LabListener {
    private final List<LabPhase> phases = new ArrayList<>();
    private final List<Forecast> forecasts = new ArrayList<>();
    private final List<Long> toWorkOff = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Override
    public void phase(LabPhase phase, OptionalLong expectedEndMillis) {
      phases.add(phase);
    }

    @Override
    public void forecast(Forecast forecast) {
      forecasts.add(forecast);
    }

    @Override
    public void status(LabStatus status) {
      status.toWorkOff().ifPresent(toWorkOff::add);
    }

    @Override
    public void note(String text) {
      notes.add(text);
    }
  }
}
