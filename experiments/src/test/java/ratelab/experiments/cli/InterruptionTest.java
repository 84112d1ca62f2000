package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  /** Half of what an interruption waits for a run that does not end. */
  private static final int SECONDS = 5;

  @Test
  void the_process_ends_as_soon_as_the_run_has_cleaned_up() throws Exception {
    Process lab =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Interrupted.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = lab.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("running");
      lab.toHandle().destroy();

      assertThat(lab.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(said.lines())
          .startsWith("lab: interrupted: ending what was started", "cleaned up");
    } finally {
      lab.destroyForcibly();
    }
  }

  /** A run that ends when it is interrupted, and a program that exits then, as the lab does. */
  static final class Interrupted {
    private Interrupted() {}

    public static void main(String[] args) {
      PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      try (var _ = Interruption.of(Thread.currentThread(), new Console(out, out))) {
        runUntilInterrupted(out);
      }
      System.exit(2);
    }

    private static void runUntilInterrupted(PrintWriter out) {
      out.println("running");
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        out.println("cleaned up");
      }
    }
  }
}
