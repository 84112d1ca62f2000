package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.cli.LabMain;
import ratelab.experiments.scenario.Platform;

/** An engine that dies in the middle of a run ends that run in a sentence. */
@ExtendWith(DockerGuard.class)
@Timeout(120)
class EngineKilledIT {
  private static final int HARNESS_ERROR = 2;
  private static final long SOON_SECONDS = 20;

  @TempDir private Path directory;

  @Test
  void an_engine_that_is_killed_ends_the_run_in_one_sentence_and_leaves_no_process()
      throws Exception {
    try (PrivateEngine engine =
        PrivateEngine.start(Files.createDirectory(directory.resolve("engine")))) {
      engine.load(images());
      Process lab = startLab(engine);
      try (BufferedReader said = lab.inputReader()) {
        awaitPhase(said, "drain");
        List<ProcessHandle> started = lab.descendants().toList();
        // The lab itself, and its watchdog.
        assertThat(started).hasSizeGreaterThanOrEqualTo(2);

        engine.kill();

        List<String> rest = said.lines().toList();
        assertThat(rest).filteredOn(line -> !line.startsWith(" ")).hasSize(1);
        assertThat(rest.getLast())
            .startsWith("lab: the Docker engine does not answer any more (")
            .endsWith(
                "): start it and run again; the next run in containers removes what is left of this"
                    + " one");
        assertThat(lab.waitFor(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(lab.exitValue()).isEqualTo(HARNESS_ERROR);
        for (ProcessHandle process : started) {
          process.onExit().get(SOON_SECONDS, TimeUnit.SECONDS);
        }
      } finally {
        lab.descendants().forEach(ProcessHandle::destroyForcibly);
        lab.destroyForcibly();
      }
    }
  }

  /** Built on the machine's own engine, where they mostly are already. */
  private static List<String> images() {
    Engine machine = Engine.find();
    Images images = new Images(machine.client());
    ImageBuilder builder = new ImageBuilder(machine.client(), images);
    Path home = DockerRuns.home();
    Stream.of(
            OwnImage.target(home, Platform.JAVALIN),
            OwnImage.exporter(home),
            OwnImage.loadgen(home))
        .forEach(builder::build);
    return images.used().stream().map(UsedImage::used).distinct().toList();
  }

  private Process startLab(PrivateEngine engine) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx128m");
    // Testcontainers keeps there which engine it found.
    command.add("-Duser.home=" + directory);
    // As the launcher has it.
    Stream.of("org.testcontainers", "tc", "com.github.dockerjava")
        .forEach(logger -> command.add("-Dorg.slf4j.simpleLogger.log." + logger + "=off"));
    command.add("-Dratelab.home=" + DockerRuns.home().toAbsolutePath().normalize());
    Optional.ofNullable(System.getProperty(LocalImages.PROPERTY))
        .ifPresent(value -> command.add("-D" + LocalImages.PROPERTY + "=" + value));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            LabMain.class.getName(),
            "run",
            "seed",
            "--lab",
            "docker",
            "--speed",
            "20",
            "--prometheus",
            "none",
            "--out",
            directory.resolve("run").toString()));
    ProcessBuilder builder = new ProcessBuilder(engine.within(command)).redirectErrorStream(true);
    builder.environment().put("DOCKER_HOST", engine.host());
    builder.environment().put("TESTCONTAINERS_RYUK_DISABLED", "true");
    builder.environment().put("TESTCONTAINERS_HOST_OVERRIDE", "localhost");
    return builder.start();
  }

  private static void awaitPhase(BufferedReader said, String phase) throws IOException {
    List<String> before = new ArrayList<>();
    String line = said.readLine();
    while (line != null && !line.contains("  " + phase)) {
      before.add(line);
      line = said.readLine();
    }
    assertThat(line).as("after %s", before).isNotNull();
  }
}
