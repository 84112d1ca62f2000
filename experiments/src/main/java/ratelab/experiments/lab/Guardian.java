package ratelab.experiments.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the processes of a run so that none of them outlives the lab, however the lab ends: they
 * are children of a shell that kills their process groups, grandchildren included, when the pipe to
 * the lab closes. That shell and its children live in sessions of their own, out of reach of a
 * terminal's Ctrl-C.
 */
public final class Guardian implements AutoCloseable {
  private static final Duration END_DEADLINE = Duration.ofSeconds(10);

  private final Process shell;
  private final Writer requests;
  private final Map<Integer, Child> children = new ConcurrentHashMap<>();
  private final AtomicInteger lastId = new AtomicInteger();

  private Guardian(Process shell) {
    this.shell = shell;
    this.requests = shell.outputWriter(StandardCharsets.UTF_8);
    Thread.ofPlatform().daemon().name("guardian-reports").start(this::readReports);
  }

  /**
   * Starts the guardian.
   *
   * @param errors file for the shell's own complaints
   * @throws LabException if {@code setsid} or {@code sh} is missing
   */
  public static Guardian start(Path errors) {
    try {
      return new Guardian(
          new ProcessBuilder(
                  "setsid",
                  "sh",
                  "-c",
                  script("guardian.sh"),
                  "ratelab-guardian",
                  script("child.sh"))
              .redirectError(errors.toFile())
              .start());
    } catch (IOException e) {
      throw new LabException(
          "cannot start processes: the lab needs the commands setsid (package util-linux) and sh: "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Starts a process; it gets an empty stdin.
   *
   * @param command the program and its arguments, without line breaks
   * @param out file for its stdout
   * @param err file for its stderr
   */
  public Child start(List<String> command, Path out, Path err) {
    Child child = new Child(this, lastId.incrementAndGet());
    children.put(child.id(), child);
    Stream<String> words =
        Stream.concat(
            Stream.of(Integer.toString(child.id()), out.toString(), err.toString()),
            command.stream());
    request("start " + words.map(Guardian::quoted).collect(Collectors.joining(" ")));
    return child;
  }

  /** Sends SIGTERM to a group. */
  void terminate(long group) {
    request("terminate " + group);
  }

  /** Kills a child's group. */
  void destroy(long group, int id) {
    request("destroy " + group + " " + id);
  }

  /** Kills what is left and ends the guardian. */
  @Override
  public void close() throws IOException {
    try {
      requests.close();
      if (!shell.waitFor(END_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LabException(
            "the guardian (pid " + shell.pid() + ") does not end; look for left-over processes");
      }
    } catch (InterruptedException e) {
      // It works on without being waited for.
      Thread.currentThread().interrupt();
    }
  }

  private void request(String line) {
    try {
      send(line);
    } catch (IOException e) {
      throw new LabException(
          "the guardian that starts the lab's processes has ended; run again", e);
    }
  }

  private synchronized void send(String line) throws IOException {
    requests.write(line + "\n");
    requests.flush();
  }

  private void readReports() {
    try (BufferedReader reports = shell.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reports.readLine(); line != null; line = reports.readLine()) {
        take(line.split(" ", -1));
      }
    } catch (IOException e) {
      // The pipe breaks when the guardian is closed; nobody waits for reports then.
    }
  }

  private void take(String[] words) throws IOException {
    Child child = children.get(Integer.parseInt(words[1]));
    if (child == null) {
      return;
    }
    if (words[0].equals("started")) {
      child.started(Long.parseLong(words[2]), Long.parseLong(words[3]));
    } else if (child.ended(Integer.parseInt(words[2]))) {
      send("forget " + child.group());
    }
  }

  private static String quoted(String word) {
    if (word.contains("\n")) {
      throw new LabException("cannot start a process with a line break in '" + word + "'");
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static String script(String name) {
    try (InputStream in = Guardian.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + Guardian.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
