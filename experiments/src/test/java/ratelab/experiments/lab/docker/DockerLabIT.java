package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SmallScenario;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Platform;

/** A small run in containers leaves a whole recording and nothing else. */
@ExtendWith(DockerGuard.class)
class DockerLabIT {
  @TempDir private Path directory;
  private final String name = "small-" + UUID.randomUUID();
  private List<String> volumes;

  @BeforeEach
  void look() {
    volumes = EngineContent.volumes();
  }

  @AfterEach
  void nothing_is_left() {
    assertThat(new EngineContent(name).list()).isEmpty();
    assertThat(EngineContent.volumes()).isEqualTo(volumes);
  }

  @ParameterizedTest
  @EnumSource(value = Platform.class, mode = EnumSource.Mode.EXCLUDE, names = "OWN")
  void every_runtime_works_off_what_the_load_sent(Platform platform) {
    Recording recording = played(platform, false);
    long sent = recording.load().sent();
    assertThat(sent).isGreaterThan(8);
    assertThat(recording.attempts()).hasSize((int) sent);
    assertThat(recording.handled()).map(HandledRequest::id).contains("1", Long.toString(sent));
    assertThat(values(recording, "namedprocess_namegroup_num_procs")).containsOnly(1.0);
    assertThat(values(recording, "namedprocess_scrape_partial_errors")).containsOnly(0.0);
    assertThat(recording.scrapeFailures()).isEmpty();
  }

  @Test
  void a_run_says_what_it_was_made_with_and_agrees_with_its_prometheus() throws IOException {
    Recording recording = played(Platform.JAVALIN, true);
    assertThat(recording.info().lab()).isEqualTo("docker");
    assertThat(recording.info().versions())
        .containsKeys("docker", "container clock ahead", "image " + PrometheusContainer.IMAGE);
    OracleResult oracle = recording.oracle().orElseThrow();
    assertThat(recording.info().dialect()).isEqualTo(Dialect.ofVersion(oracle.version()));
    assertThat(recording.info().versions()).containsEntry("prometheus", oracle.version());
    assertThat(oracle.points()).isPositive();
    assertThat(oracle.differences()).isEmpty();
    assertThat(logs())
        .contains(
            "target.err.log",
            "target.out.log",
            "exporter.out.log",
            "load.out.log",
            "prometheus.err.log");
    assertThat(recording.cpuReadings()).isNotEmpty();
  }

  private Recording played(Platform platform, boolean prometheus) {
    return new DockerLab(DockerRuns.options(run(), prometheus))
        .record(SmallScenario.on(platform), LabListener.SILENT);
  }

  private Path run() {
    return directory.resolve(name);
  }

  private List<String> logs() throws IOException {
    try (Stream<Path> files = Files.list(run().resolve("logs"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static List<Double> values(Recording recording, String metric) {
    return recording.series().stream()
        .filter(series -> series.id().metric().equals(metric))
        .filter(series -> !series.id().label("groupname").equals("target-children"))
        .flatMap(series -> series.samples().stream())
        .map(sample -> sample.value())
        .toList();
  }
}
