package ratelab.exporter;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real process that a test has started, with its descendants. */
public final class LiveProcess implements AutoCloseable {
  private static final int DEADLINE_SECONDS = 10;

  private final Process process;
  private final BufferedReader output;
  private final BufferedWriter input;

  private LiveProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
    this.input = process.outputWriter();
  }

  /** Starts a shell; {@code marker} is an argument that tells its command line from others. */
  public static LiveProcess bash(String marker, String script) throws IOException {
    return new LiveProcess(
        new ProcessBuilder(List.of("bash", "-c", script, marker))
            .redirectErrorStream(true)
            .start());
  }

  /** Starts any program. */
  public static LiveProcess of(String... command) throws IOException {
    return new LiveProcess(new ProcessBuilder(List.of(command)).redirectErrorStream(true).start());
  }

  public int pid() {
    return (int) process.pid();
  }

  /** The next line it prints; waits for it. */
  public String line() throws IOException {
    return String.valueOf(output.readLine());
  }

  public void tell(String line) throws IOException {
    input.write(line + "\n");
    input.flush();
  }

  /** Wakes it up after it has stopped itself. */
  public void resume() throws IOException {
    new ProcessBuilder("kill", "-CONT", Integer.toString(pid())).start().onExit().join();
  }

  @Override
  public void close() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    process.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
  }
}
