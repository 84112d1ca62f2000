package ratelab.experiments;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

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
    try {
      return locate(command, packageName, System.getenv());
    } catch (TestAbortedException e) {
      System.err.println("SKIPPED: " + e.getMessage());
      throw e;
    }
  }

  /**
   * Ends the calling test as skipped or failed.
   *
   * @param packageName the package that is missing, as RATELAB_REQUIRE and Debian name it
   * @param reason why it is needed, and the remedy
   */
  public static void missing(String packageName, String reason) {
    RuntimeException end = ended(packageName, reason, System.getenv());
    if (end instanceof TestAbortedException) {
      System.err.println("SKIPPED: " + reason);
    }
    throw end;
  }

  static Path locate(String command, String packageName, Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, command))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> missing(command, packageName, environment));
  }

  private static RuntimeException missing(
      String command, String packageName, Map<String, String> environment) {
    String reason = command + " is not on PATH; install the package " + packageName;
    return ended(packageName, reason, environment);
  }

  private static RuntimeException ended(
      String packageName, String reason, Map<String, String> environment) {
    String required = environment.getOrDefault("RATELAB_REQUIRE", "");
    if (Arrays.stream(required.split(",", -1)).map(String::strip).anyMatch(packageName::equals)) {
      throw new AssertionFailedError(reason + " (RATELAB_REQUIRE=" + required + ")");
    }
    return new TestAbortedException(reason);
  }
}
