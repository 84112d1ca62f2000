package ratelab.experiments.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;

/**
 * The processes whose command line or environment holds a text that nothing else on the machine
 * has. Children inherit the environment, so it marks grandchildren too.
 *
 * @param marker the text
 */
record MarkedProcesses(String marker) {
  /** Each as its pid and command line. */
  List<String> list() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.map(ProcessHandle::pid)
          .filter(pid -> read(pid, "environ").contains(marker) || commandLine(pid).contains(marker))
          .map(pid -> pid + " " + commandLine(pid))
          .toList();
    }
  }

  /** Waits until there is none. */
  void awaitNone(Duration atMost) {
    Await.until(
        "the end of all processes of the run",
        atMost,
        () -> {
          List<String> left = list();
          return left.isEmpty() ? new Seen<>(true) : new NotYet<>("left: " + left);
        });
  }

  /** Waits until one has this word in its command line. */
  void await(String word, Duration atMost) {
    Await.until(
        "a process with " + word,
        atMost,
        () ->
            list().stream().anyMatch(line -> line.contains(word))
                ? new Seen<>(true)
                : new NotYet<>("there are: " + list()));
  }

  private static String commandLine(long pid) {
    return read(pid, "cmdline").replace('\0', ' ');
  }

  /** Empty for one that has ended, also if nobody has asked for its status yet. */
  private static String read(long pid, String file) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(pid), file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
