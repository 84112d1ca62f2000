package ratelab.experiments.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which {@code prometheus} the lab starts, if any. */
public final class PrometheusExecutable {
  private PrometheusExecutable() {}

  /**
   * The executable of a choice.
   *
   * @param listener told if a run goes without one because there is none
   * @throws LabException if the one asked for cannot be had
   */
  public static Optional<Path> of(PrometheusChoice choice, LabListener listener) {
    return switch (choice) {
      case PrometheusChoice.None _ -> Optional.empty();
      case PrometheusChoice.Auto _ -> onPath(listener);
      case PrometheusChoice.Executable(Path path) -> Optional.of(executable(path));
      case PrometheusChoice.Attached attached ->
          throw new LabException(
              "a local run cannot attach to %s: its exporter's address is new in each run; let it"
                      .formatted(attached.url())
                  + " start a Prometheus of its own: --prometheus auto, or the path of one");
    };
  }

  private static Optional<Path> onPath(LabListener listener) {
    Optional<Path> found = HostCommand.onPath("prometheus");
    if (found.isEmpty()) {
      listener.note(
          "There is no prometheus on the PATH (Debian: apt install prometheus);"
              + " the curves are not compared with a real server's.");
    }
    return found;
  }

  private static Path executable(Path path) {
    if (Files.isRegularFile(path) && Files.isExecutable(path)) {
      return path;
    }
    throw new LabException(
        path
            + " is no executable file; give the path of a prometheus, or --prometheus none to go"
            + " without");
  }
}
