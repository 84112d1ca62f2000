package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.lab.Apps.App;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.AcceptPolicy;
import ratelab.experiments.scenario.Concurrency;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Targets;
import ratelab.experiments.scenario.Work;

class TargetCommandTest {
  private static final Path LOG = Path.of("/run/handled.jsonl");
  private static final Apps APPS =
      new Apps(Path.of("/jdk/bin/java"), "a.jar:b.jar", Map.of(App.SAMPLE_APP, "app.Main"));

  @TempDir private Path directory;

  @Test
  void javalin_runs_on_the_labs_own_java_and_class_path() {
    assertThat(command().of(on(Platform.JAVALIN, Concurrency.POOL, Work.EXEC), 0, LOG))
        .containsExactly(
            "/jdk/bin/java",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:AsyncDeflationInterval=60000",
            "-Xss256k",
            "-Xmx128m",
            "-cp",
            "a.jar:b.jar",
            "app.Main",
            "--concurrency",
            "pool",
            "--work",
            "exec",
            "--cpu",
            "20ms",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--log",
            "/run/handled.jsonl",
            "--sleep",
            "1.5s",
            "--threads",
            "7");
  }

  @Test
  void node_runs_the_peer_that_the_sample_apps_jar_carries() {
    assertThat(command().of(on(Platform.NODE, Concurrency.SINGLE, Work.BURN), 4711, LOG))
        .containsExactly(
            "/bin/node",
            "--no-memory-reducer",
            directory.resolve("peers/node/server.js").toString(),
            "--concurrency",
            "single",
            "--work",
            "burn",
            "--cpu",
            "20ms",
            "--host",
            "127.0.0.1",
            "--port",
            "4711",
            "--log",
            "/run/handled.jsonl");
    assertThat(directory.resolve("peers/node/server.js"))
        .content()
        .startsWith("#!/usr/bin/env node\n");
  }

  @Test
  void a_missing_node_is_told_with_its_remedy() {
    TargetCommand command =
        new TargetCommand(APPS, new RunDirectory(directory), _ -> Optional.empty());
    Scenario node = on(Platform.NODE, Concurrency.SINGLE, Work.EXEC);
    assertThatThrownBy(() -> command.of(node, 0, LOG))
        .isInstanceOf(LabException.class)
        .hasMessage(
            "the target runs on Node, and there is no 'node' on the PATH; install it"
                + " (Debian: apt install nodejs) or choose --target javalin");
  }

  private TargetCommand command() {
    return new TargetCommand(
        APPS, new RunDirectory(directory), program -> Optional.of(Path.of("/bin", program)));
  }

  private static Scenario on(Platform platform, Concurrency concurrency, Work work) {
    return SmallScenario.on(platform)
        .withTarget(
            Targets.app(
                platform,
                concurrency,
                work,
                Duration.ofMillis(1500),
                Duration.ofMillis(20),
                7,
                AcceptPolicy.ALL));
  }
}
