package ratelab.sampleapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An application in a process of its own; its output goes to files beside the log. */
record OwnProcess(Process process, String url, Path log, Path err) implements RunningApp {
  private static final String READY = "listening on ";

  /** Starts a server and waits for its readiness line. */
  static OwnProcess start(Path log, List<String> command, List<String> args) {
    Path out = log.resolveSibling("out.txt");
    Path err = log.resolveSibling("err.txt");
    Process process = spawn(out, err, command, args);
    String line =
        Await.until(
            "readiness line (or end)",
            () -> text(out) + text(err),
            seen -> seen.endsWith("\n") || !process.isAlive());
    if (!line.startsWith(READY)) {
      process.destroyForcibly();
      throw new AssertionError("not ready: " + line);
    }
    return new OwnProcess(process, line.strip().substring(READY.length()), log, err);
  }

  /** Runs a command line to its end. */
  static Outcome run(Path dir, List<String> command, List<String> args) {
    Path out = dir.resolve("run-out.txt");
    Path err = dir.resolve("run-err.txt");
    int status = awaitEnd(spawn(out, err, command, args));
    return new Outcome(status, text(out), text(err));
  }

  @Override
  public long pid() {
    return process.pid();
  }

  /** All that the process has said to stderr. */
  String complaints() {
    return text(err);
  }

  /** Asks the process to end, as Ctrl-C or an init system does, and waits for it. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd(process);
  }

  private static Process spawn(Path out, Path err, List<String> command, List<String> args) {
    try {
      return new ProcessBuilder(Stream.concat(command.stream(), args.stream()).toList())
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int awaitEnd(Process process) {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("process " + process.pid() + " did not end within 20 s");
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
