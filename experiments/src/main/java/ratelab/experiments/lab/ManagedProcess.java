package ratelab.experiments.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ratelab.experiments.lab.Await.Look;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;

/**
 * A process of the run: its output goes to files under the run's {@code logs/}, its end is noticed,
 * and closing it asks politely before it forces.
 */
public final class ManagedProcess implements Member, AutoCloseable {
  private static final String READY = "listening on ";
  private static final Duration START_DEADLINE = Duration.ofSeconds(10);
  private static final Duration POLITE = Duration.ofSeconds(5);
  private static final Duration FORCED = Duration.ofSeconds(5);

  private final String name;
  private final Path out;
  private final Path err;
  private final Child child;

  private ManagedProcess(String name, Path out, Path err, Child child) {
    this.name = name;
    this.out = out;
    this.err = err;
    this.child = child;
  }

  /**
   * Starts a process.
   *
   * @param name what messages call it; also its log files' name
   * @param command program and arguments
   * @param logs directory of its log files
   */
  public static ManagedProcess start(
      Guardian guardian, String name, List<String> command, Path logs) {
    String file = name.replace(' ', '-');
    Path out = logs.resolve(file + ".out.log");
    Path err = logs.resolve(file + ".err.log");
    ManagedProcess process = new ManagedProcess(name, out, err, guardian.start(command, out, err));
    process.awaitStart();
    return process;
  }

  @Override
  public String name() {
    return name;
  }

  public long pid() {
    return child.pid();
  }

  @Override
  public OptionalInt exitStatus() {
    return child.exitStatus();
  }

  @Override
  public String lastWords() {
    return LogTail.of(err, out);
  }

  /**
   * Waits for the line {@code listening on URL} on its stdout.
   *
   * @throws LabException if it ends before, or the deadline passes; with the last lines of its log
   */
  URI awaitListening(Duration atMost) {
    return Await.until(
        "the " + name + " to print '" + READY + "URL'",
        atMost,
        () -> {
          ensureAlive();
          return listening().<Look<URI>>map(Seen::new).orElseGet(() -> new NotYet<>(lastWords()));
        });
  }

  @Override
  public void close() {
    if (exitStatus().isPresent()) {
      return;
    }
    child.terminate();
    try {
      awaitEnd(POLITE);
    } catch (LabException tooLate) {
      child.destroy();
      awaitEnd(FORCED);
    }
  }

  private void awaitStart() {
    Await.until(
        "the start of the " + name,
        START_DEADLINE,
        () -> child.hasStarted() ? new Seen<>(true) : new NotYet<>("nothing reported yet"));
  }

  private void awaitEnd(Duration atMost) {
    Await.until(
        "the end of the " + name,
        atMost,
        () ->
            exitStatus().isPresent()
                ? new Seen<>(true)
                : new NotYet<>("pid " + pid() + " still runs"));
  }

  private Optional<URI> listening() {
    try {
      String said = Files.readString(out, StandardCharsets.UTF_8);
      return said.substring(0, said.lastIndexOf('\n') + 1)
          .lines()
          .filter(line -> line.startsWith(READY))
          .map(line -> URI.create(line.substring(READY.length()).trim()))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
