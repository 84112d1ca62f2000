package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ratelab.experiments.lab.LabPhase;

/** However a Docker lab is ended, its containers and its network are gone soon. */
@ExtendWith(DockerGuard.class)
@Timeout(180)
class DockerLabEndedIT {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(5);

  @TempDir private Path directory;
  private final String name = "ended-" + UUID.randomUUID();
  private final EngineContent content = new EngineContent(name);
  private @Nullable Process started;

  @AfterEach
  void end() {
    if (started != null) {
      started.destroyForcibly();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SETTLING", "LOAD", "DRAIN"})
  void nothing_is_left_after_a_sigkill(LabPhase phase) throws Exception {
    Process lab = start(phase);
    lab.destroyForcibly();
    assertThat(lab.waitFor(GONE_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
    content.awaitNone(GONE_WITHIN);
  }

  /** Ctrl-C, and any polite end: the program does nothing about it itself, only its lab does. */
  @ParameterizedTest
  @EnumSource(names = {"LOAD"})
  void nothing_is_left_after_a_sigterm(LabPhase phase) throws Exception {
    Process lab = start(phase);
    lab.toHandle().destroy();
    assertThat(lab.waitFor(GONE_WITHIN.toSeconds() * 2, TimeUnit.SECONDS)).isTrue();
    content.awaitNone(GONE_WITHIN);
  }

  private Process start(LabPhase until) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m"));
    Stream.of("ratelab.home", LocalImages.PROPERTY)
        .forEach(
            property ->
                Optional.ofNullable(System.getProperty(property))
                    .ifPresent(value -> command.add("-D" + property + "=" + value)));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            DockerLabToEnd.class.getName(),
            directory.resolve(name).toString()));
    Process lab =
        new ProcessBuilder(command).redirectError(directory.resolve("errors").toFile()).start();
    started = lab;
    BufferedReader phases = lab.inputReader();
    String phase = phases.readLine();
    while (phase != null && !phase.equals(until.name())) {
      phase = phases.readLine();
    }
    assertThat(phase).isEqualTo(until.name());
    assertThat(content.list()).hasSizeGreaterThanOrEqualTo(3);
    return lab;
  }
}
