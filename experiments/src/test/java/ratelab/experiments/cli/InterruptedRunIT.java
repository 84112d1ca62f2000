package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A signal, as Ctrl-C sends one, ends a run at once, in a sentence, and with all its processes. */
@Timeout(120)
class InterruptedRunIT {
  private static final int KILLED_BY_SIGTERM = 143;

  /** Less than what the lab grants its own cleaning up. */
  private static final long AT_ONCE_SECONDS = 8;

  @TempDir private Path directory;
  private Process lab;

  @BeforeEach
  void start() throws IOException {
    lab =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                LabMain.class.getName(),
                "run",
                "seed",
                "--speed",
                "20",
                "--prometheus",
                "none",
                "--out",
                directory.resolve("run").toString())
            .start();
  }

  @AfterEach
  void end() {
    lab.destroyForcibly();
  }

  @Test
  void a_run_that_is_interrupted_ends_at_once() throws Exception {
    try (BufferedReader said = lab.errorReader()) {
      String line = said.readLine();
      while (!line.contains("idle baseline")) {
        line = said.readLine();
      }
      List<ProcessHandle> started = lab.descendants().toList();
      assertThat(started).hasSizeGreaterThan(2);

      // Unlike the process' own destroy(), this leaves what it says readable.
      lab.toHandle().destroy();

      assertThat(lab.waitFor(AT_ONCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(said.lines()).containsExactly("lab: interrupted: ending what was started");
      assertThat(lab.exitValue()).isEqualTo(KILLED_BY_SIGTERM);
      assertThat(started)
          .allSatisfy(process -> process.onExit().get(AT_ONCE_SECONDS, TimeUnit.SECONDS));
    }
  }
}
