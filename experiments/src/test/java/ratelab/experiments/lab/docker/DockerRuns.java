package ratelab.experiments.lab.docker;

import java.nio.file.Path;

/** Where the tests' runs find the project. */
final class DockerRuns {
  private DockerRuns() {}

  static DockerLabOptions options(Path run, boolean prometheus) {
    return new DockerLabOptions(run, prometheus, false, home());
  }

  /** As the build tells; by the working directory elsewhere, which is the module's. */
  static Path home() {
    return Path.of(System.getProperty("ratelab.home", ".."));
  }
}
