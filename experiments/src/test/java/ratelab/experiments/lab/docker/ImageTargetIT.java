package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ratelab.experiments.PassOrDoubt.assertPassOrDoubt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.TargetCommand;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.recording.Throttling;
import ratelab.experiments.scenario.AcceptPolicy;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Concurrency;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.ScenarioReader;
import ratelab.experiments.scenario.Targets;
import ratelab.experiments.scenario.Work;

/** A user's own image is measured in containers; our Python peer's stands for somebody's. */
@ExtendWith(DockerGuard.class)
class ImageTargetIT {
  @TempDir private Path directory;
  private final String name = "image-" + UUID.randomUUID();

  @AfterEach
  void nothing_is_left() {
    assertThat(new EngineContent(name).list()).isEmpty();
  }

  @Test
  void what_it_works_off_for_nobody_is_seen_in_its_connections() {
    List<String> arguments =
        TargetCommand.arguments(
            Targets.app(
                Platform.PYTHON,
                Concurrency.SINGLE,
                Work.SLEEP,
                Duration.ofMillis(60),
                Duration.ofMillis(40),
                1,
                AcceptPolicy.ALL),
            "0.0.0.0",
            3000,
            Path.of("/dev/null"));
    Recording recording =
        record(
            """
              image: %s
              ports: [3000]
              env: [SOMEBODYS=OWN]
              command: %s
              cpus: 1.5
            """
                .formatted(
                    SomebodysImage.pythonPeer(),
                    arguments.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"))),
            true);

    OracleResult oracle = recording.oracle().orElseThrow();
    assertThat(oracle.differences()).isEmpty();
    assertThat(oracle.differing()).isZero();
    // Rate and increase of the counters, 15 points a scrape, over a run of more than 6 s.
    assertThat(oracle.points()).isGreaterThan(500);
    assertThat(recording.info().versions()).containsEntry("prometheus", oracle.version());
    assertThat(recording.info().dialect()).isEqualTo(Dialect.ofVersion(oracle.version()));
    assertThat(recording.info().lab()).isEqualTo("docker");
    assertThat(recording.info().versions())
        .containsKeys("docker", "image " + SomebodysImage.pythonPeer());
    assertThat(Throttling.in(recording.info().versions()).orElseThrow().cpus()).isEqualTo(1.5);
    assertThat(recording.attempts()).hasSize((int) recording.load().sent());
    assertThat(recording.scrapeFailures()).isEmpty();
    assertThat(values(recording, "namedprocess_namegroup_num_procs")).containsOnly(1.0);
    assertThat(values(recording, "namedprocess_scrape_partial_errors")).containsOnly(0.0);
    assertThat(recording.calibration()).isNotEmpty();
    assertThat(recording.cpuReadings()).isNotEmpty();
    assertThat(recording.load().timedOut()).isGreaterThan(5);
    Analysis analysis = Analyst.analyse(recording);
    assertThat(analysis.cause()).isEqualTo(Cause.BACKLOG);
    assertThat(analysis.workedOff().forNobody()).isGreaterThan(5);
    assertThat(analysis.workedOff().evidence()).contains("(CLOSE-WAIT)");
    assertThat(analysis.verdicts())
        .anySatisfy(
            verdict -> {
              assertThat(verdict.name()).endsWith("on Prometheus " + oracle.version());
              assertPassOrDoubt(verdict);
            })
        .anySatisfy(
            verdict -> {
              assertThat(verdict.name())
                  .isEqualTo("rate model equals Prometheus " + oracle.version() + " bit for bit");
              assertThat(verdict.status()).isEqualTo(Status.PASS);
            });
  }

  @Test
  void an_image_that_is_not_there_is_told_with_what_helps() {
    assertThatThrownBy(() -> record("  image: ratelab/nowhere:1\n  ports: [3000]\n", false))
        .isInstanceOf(LabException.class)
        .hasMessageStartingWith(
            "the engine has no image ratelab/nowhere:1, and it cannot be pulled: build it under"
                + " that name (docker build -t ratelab/nowhere:1 .) or correct target.image; ");
  }

  @Test
  void an_image_that_ends_at_once_is_told_with_its_last_words() {
    assertThatThrownBy(
            () ->
                record(
                    "  image: %s\n  ports: [3000]\n  command: [--nonsense]\n"
                        .formatted(SomebodysImage.pythonPeer()),
                    false))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("nonsense");
  }

  private static List<Double> values(Recording recording, String metric) {
    return recording.series().stream()
        .filter(series -> series.id().metric().equals(metric))
        .filter(series -> !series.id().label("groupname").equals("target-children"))
        .flatMap(series -> series.samples().stream())
        .map(Sample::value)
        .toList();
  }

  private Recording record(String target, boolean prometheus) {
    Path run = new RunDirectory(directory.resolve(name)).path();
    String text =
        """
        format: 1
        about: Somebody's image
        target:
        %sload:
          workers: 8
          duration: 2s
          timeout: 300ms
        scrape:
          interval: 500ms
        windows: [2s]
        idle: 2s
        expect:
          - cause: backlog
          - returns: as-derived
        """
            .formatted(target.indent(2).replaceAll("(?m)^    ", "  "));
    return new DockerLab(DockerRuns.options(run, prometheus))
        .record(ScenarioReader.read(text, "mine.yaml", "mine").scenario(), LabListener.SILENT);
  }
}
