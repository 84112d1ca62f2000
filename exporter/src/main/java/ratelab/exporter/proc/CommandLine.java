package ratelab.exporter.proc;

import java.util.List;
import java.util.Optional;

/**
 * The arguments a process was started with, or those it has written over them since.
 *
 * @param arguments empty for kernel threads and zombies
 */
public record CommandLine(List<String> arguments) {
  public CommandLine {
    arguments = List.copyOf(arguments);
  }

  public Optional<String> program() {
    return arguments.stream().findFirst();
  }

  /** The arguments with single spaces between them, as {@code ps} shows them. */
  public String joined() {
    return String.join(" ", arguments);
  }
}
