package ratelab.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The shaded jar as a child process, its streams in files. */
final class LoadgenProcess implements AutoCloseable {
  private static final Duration PRESS = Duration.ofMillis(200);

  private final Path out;
  private final Path err;
  private final Process process;

  LoadgenProcess(Path directory, String... args) throws IOException {
    out = directory.resolve("out");
    err = directory.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", Path.of("target", "ratelab-loadgen.jar").toString()));
    command.addAll(List.of(args));
    process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
  }

  /** Sends a signal by its name, like INT. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /**
   * Sends a signal again and again until the process ends, and returns the exit code: two that come
   * at once are one to the kernel.
   */
  int exitCodeUnder(String signal, Duration deadline) throws IOException, InterruptedException {
    long end = System.nanoTime() + deadline.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      signal(signal);
      if (process.waitFor(PRESS.toMillis(), TimeUnit.MILLISECONDS)) break;
    }
    return exitCode(PRESS);
  }

  /** Waits for the end and returns the exit code. */
  int exitCode(Duration deadline) throws IOException, InterruptedException {
    if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + deadline + "; stderr: " + err());
    }
    return process.exitValue();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
