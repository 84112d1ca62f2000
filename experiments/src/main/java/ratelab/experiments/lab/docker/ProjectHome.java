package ratelab.experiments.lab.docker;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.lab.LabException;

/** The project's directory: the launcher tells it, or the test's system property. */
public final class ProjectHome {
  private static final String PROPERTY = "ratelab.home";

  private ProjectHome() {}

  /**
   * Where docker/ and the modules are.
   *
   * @throws LabException if nobody tells
   */
  public static Path path() {
    @Nullable String home = System.getProperty(PROPERTY);
    if (home == null) {
      throw new LabException(
          "the Docker lab makes its images of Ratelab's own files: start it by ./lab, or set the"
              + " system property "
              + PROPERTY
              + " to the directory in which Ratelab was built");
    }
    return Path.of(home);
  }
}
