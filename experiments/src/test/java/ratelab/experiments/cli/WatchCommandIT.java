package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A busy process, watched by the lab, live. */
@Timeout(120)
class WatchCommandIT {
  private static final int LINES = 8;

  private Process busy;

  @BeforeEach
  void start() throws IOException {
    // It ends by itself, should nobody else end it.
    busy = new ProcessBuilder("timeout", "100", "sh", "-c", "while :; do :; done").start();
  }

  @AfterEach
  void end() throws InterruptedException {
    busy.descendants().forEach(ProcessHandle::destroyForcibly);
    busy.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  @Test
  void a_line_a_scrape_until_the_process_ends() {
    long pid = child();
    // Ends the process when enough has been seen of it.
    StringWriter out =
        new StringWriter() {
          @Override
          public void flush() {
            if (toString().lines().count() >= LINES) {
              ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
          }
        };
    StringWriter err = new StringWriter();

    int exitCode =
        new LabMain()
            .commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute("watch", "--pid", Long.toString(pid), "--window", "2s", "--scrape", "250ms");

    assertThat(exitCode).as(err.toString()).isZero();
    assertThat(err.toString()).isEqualTo("process " + pid + " has ended\n");
    assertThat(out.toString().lines().count()).isGreaterThanOrEqualTo(LINES);
    assertThat(out.toString().lines().findFirst().orElseThrow()).contains("no value yet");
    assertThat(lastRate(out.toString())).isBetween(0.05, 1.1);
  }

  @Test
  void the_lab_that_watches_is_ended_by_a_signal_and_leaves_nothing_behind() throws Exception {
    Process lab =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                LabMain.class.getName(),
                "watch",
                "--pid",
                Long.toString(child()))
            .start();
    try (var said = lab.inputReader()) {
      assertThat(said.readLine()).contains("rate[30s]");
      var started = lab.descendants().toList();
      assertThat(started).isNotEmpty();

      new ProcessBuilder("kill", "-INT", Long.toString(lab.pid())).start().waitFor();

      assertThat(lab.waitFor(15, TimeUnit.SECONDS)).isTrue();
      assertThat(lab.exitValue()).isEqualTo(130);
      assertThat(lab.errorReader().lines())
          .containsExactly("lab: interrupted: ending what was started");
      assertThat(started).allSatisfy(process -> process.onExit().get(10, TimeUnit.SECONDS));
    } finally {
      lab.destroyForcibly();
    }
    assertThat(busy.isAlive()).as("the watched process is left alone").isTrue();
  }

  private long child() {
    while (busy.isAlive()) {
      var child = busy.children().findFirst();
      if (child.isPresent()) {
        return child.get().pid();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the busy process has ended");
  }

  private static double lastRate(String lines) {
    String last = lines.lines().reduce((a, b) -> b).orElseThrow();
    return Double.parseDouble(last.replaceFirst(".*rate\\[2s] ([0-9.]+) cores.*", "$1"));
  }
}
