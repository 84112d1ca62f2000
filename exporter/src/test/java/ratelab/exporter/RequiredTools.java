package ratelab.exporter;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Programs that some tests need and a user's machine may not have. A missing one skips the test
 * with the reason; where the environment variable {@code RATELAB_REQUIRE} (comma-separated package
 * names) names its package, the test fails instead.
 */
public final class RequiredTools {
  private RequiredTools() {}

  /** Finds a program on PATH, or ends the calling test as skipped or failed. */
  public static Path locate(String command, String packageName) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Optional<Path> program =
        Arrays.stream(path.split(File.pathSeparator, -1))
            .map(directory -> Path.of(directory, command))
            .filter(Files::isExecutable)
            .findFirst();
    if (program.isEmpty()) {
      skip(command + " is not on PATH; install the package " + packageName, packageName);
    }
    return program.orElseThrow();
  }

  /** Ends the calling test, which cannot run for want of something that a package brings. */
  public static void skip(String reason, String packageName) {
    String required = Optional.ofNullable(System.getenv("RATELAB_REQUIRE")).orElse("");
    if (Arrays.asList(required.split("\\s*,\\s*", -1)).contains(packageName)) {
      fail(reason + " (RATELAB_REQUIRE=" + required + ")");
    }
    System.err.println("SKIPPED: " + reason);
    abort(reason);
  }
}
