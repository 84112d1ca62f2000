package ratelab.experiments.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.lab.LabException;

/** The project's directory, which the launcher tells. */
final class ProjectHome {
  private static final String PROPERTY = "ratelab.home";

  private ProjectHome() {}

  /** Where docker/ and the modules are. */
  static Path path() {
    @Nullable String home = System.getProperty(PROPERTY);
    if (home == null) {
      throw new LabException(
          "the Docker lab makes its images of the project's own files: start it by ./lab, or with"
              + " -D"
              + PROPERTY
              + "=DIRECTORY");
    }
    return Path.of(home);
  }
}
