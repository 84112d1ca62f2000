package ratelab.experiments.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a process's logs, for messages. */
public final class LogTail {
  private static final int LINES = 5;

  private LogTail() {}

  /** The last lines of the first of {@code logs} that has any, and where to read on. */
  public static String of(Path... logs) {
    for (Path log : logs) {
      List<String> lines = lines(log);
      if (!lines.isEmpty()) {
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        return "its last words (" + log + "):\n  " + String.join("\n  ", last);
      }
    }
    return "it said nothing (" + logs[0] + " is empty)";
  }

  private static List<String> lines(Path log) {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
