package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;

/** SIGKILL gives a lab no chance to end anything itself; nothing may be left of it all the same. */
class LabKilledIT {
  private static final Duration PHASE_DEADLINE = Duration.ofSeconds(90);
  private static final Duration END_DEADLINE = Duration.ofSeconds(10);

  @TempDir private Path directory;
  private final String marker = "ratelab-test-" + UUID.randomUUID();
  private final MarkedProcesses processes = new MarkedProcesses(marker);
  private Process lab;

  @BeforeEach
  void startLab() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            LabToKill.class.getName(),
            directory.resolve("run").toString(),
            "auto");
    builder.environment().put("RATELAB_TEST_MARKER", marker);
    lab =
        builder
            .redirectOutput(phases().toFile())
            .redirectError(directory.resolve("errors").toFile())
            .start();
  }

  @AfterEach
  void endLab() {
    lab.destroyForcibly();
  }

  @Test
  void nothing_is_left_of_a_lab_killed_while_its_target_starts() throws InterruptedException {
    processes.await("ratelab.sampleapp.SampleAppMain", PHASE_DEADLINE);
    kill();
  }

  @Test
  void nothing_is_left_of_a_lab_killed_while_it_watches_the_idle_target()
      throws InterruptedException {
    awaitPhase(LabPhase.IDLE);
    kill();
  }

  @Test
  void nothing_is_left_of_a_lab_killed_while_its_load_runs() throws InterruptedException {
    awaitPhase(LabPhase.LOAD);
    processes.await("ratelab.loadgen.LoadgenMain", PHASE_DEADLINE);
    processes.await("sleep 0.1", PHASE_DEADLINE);
    kill();
  }

  @Test
  void nothing_is_left_of_a_lab_killed_while_its_target_drains() throws InterruptedException {
    awaitPhase(LabPhase.DRAIN);
    processes.await("sleep 0.1", PHASE_DEADLINE);
    kill();
  }

  @Test
  void nothing_is_left_of_a_lab_killed_while_it_stops() throws InterruptedException {
    awaitPhase(LabPhase.STOPPING);
    kill();
  }

  private void kill() throws InterruptedException {
    assertThat(processes.list()).hasSizeGreaterThan(1);
    lab.destroyForcibly();
    assertThat(lab.waitFor(END_DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    processes.awaitNone(END_DEADLINE);
  }

  private void awaitPhase(LabPhase phase) {
    Await.until(
        "the lab's phase " + phase.name().toLowerCase(Locale.ROOT),
        PHASE_DEADLINE,
        () ->
            read(phases()).contains(phase + "\n")
                ? new Seen<>(true)
                : new NotYet<>(
                    "phases so far: " + read(phases()) + read(directory.resolve("errors"))));
  }

  private Path phases() {
    return directory.resolve("phases");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
