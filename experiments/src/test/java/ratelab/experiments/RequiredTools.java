package ratelab.experiments;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that some tests need and a user's machine may not have. A missing one skips the test
 * with the reason; where the environment variable {@code RATELAB_REQUIRE} (comma-separated package
 * names, such as {@code prometheus,hey}) names its package, the test fails instead.
 */
public final class RequiredTools {
  private RequiredTools() {}

  /**
   * Finds a program on PATH, or ends the calling test as skipped or failed.
   *
   * @param command the program, such as {@code promtool}
   * @param packageName the package that brings it, as RATELAB_REQUIRE and Debian name it
   */
  public static Path locate(String command, String packageName) {
    Optional<Path> found = onPath(command);
    if (found.isEmpty()) {
      refuse(command + " is not on PATH; install the package " + packageName, packageName);
    }
    return found.orElseThrow();
  }

  private static void refuse(String reason, String packageName) {
    String required = System.getenv().getOrDefault("RATELAB_REQUIRE", "");
    if (Arrays.stream(required.split(",")).map(String::strip).anyMatch(packageName::equals)) {
      Assertions.fail(reason + " (RATELAB_REQUIRE=" + required + ")");
    }
    System.err.println("SKIPPED: " + reason);
    Assumptions.abort(reason);
  }

  private static Optional<Path> onPath(String command) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(directory -> Path.of(directory, command))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
