package ratelab.experiments.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks small programs of the host for one line, such as where a program is. */
public final class HostCommand {
  private HostCommand() {}

  /** The first line that a short-lived program prints; empty if it is missing or fails. */
  static Optional<String> firstLine(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        Optional<String> line = Optional.ofNullable(out.readLine()).filter(l -> !l.isBlank());
        return process.waitFor() == 0 ? line : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while asking " + command.getFirst(), e);
    }
  }

  /** Where the shell finds a program. */
  public static Optional<Path> onPath(String program) {
    return firstLine(List.of("sh", "-c", "command -v -- \"$1\"", "sh", program)).map(Path::of);
  }
}
