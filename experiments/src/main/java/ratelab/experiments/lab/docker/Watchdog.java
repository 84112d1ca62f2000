package ratelab.experiments.lab.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ratelab.experiments.lab.LabException;

/**
 * A process beside the lab that removes everything of the run from the engine when the pipe to the
 * lab closes, however the lab dies. Testcontainers' own Ryuk does that, too, where its image can be
 * pulled, but takes longer.
 */
final class Watchdog implements AutoCloseable {
  private static final String MAIN = "ratelab.experiments.cli.WatchdogMain";
  private static final int DISMISSED = '.';
  private static final long END_SECONDS = 10;

  private final Process process;

  private Watchdog(Process process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param run the label of what it removes
   * @param log what it says
   */
  static Watchdog start(String run, Path log) {
    List<String> command = new ArrayList<>(session());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            MAIN,
            run));
    ProcessBuilder builder = new ProcessBuilder(command);
    // It removes by label and needs no Ryuk of its own.
    builder.environment().put("TESTCONTAINERS_RYUK_DISABLED", "true");
    try {
      return new Watchdog(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    } catch (IOException e) {
      throw new LabException("cannot start the watchdog of the containers: " + e.getMessage(), e);
    }
  }

  /** A session of its own, where there are such, is out of reach of a terminal's Ctrl-C. */
  private static List<String> session() {
    return Stream.of("/usr/bin/setsid", "/bin/setsid")
        .filter(setsid -> Files.isExecutable(Path.of(setsid)))
        .limit(1)
        .toList();
  }

  /** Tells it that the run is over and all removed. */
  @Override
  public void close() throws IOException {
    try (var out = process.getOutputStream()) {
      out.write(DISMISSED);
    } catch (IOException e) {
      // It has ended already, which does no harm now.
    }
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
