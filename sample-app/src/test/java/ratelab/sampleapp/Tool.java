package ratelab.sampleapp;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Programs and libraries that not every machine has. */
final class Tool {
  private Tool() {}

  /** Skips the tests, or fails them where RATELAB_REQUIRE names the tool. */
  static void need(String tool, boolean found, String remedy) {
    String reason = "no " + tool + ": " + remedy;
    if (!found && required().contains(tool)) {
      fail(reason + " (RATELAB_REQUIRE names it)");
    }
    assumeTrue(found, reason);
  }

  static boolean isOnThePath(String program) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static List<String> required() {
    return List.of(Objects.requireNonNullElse(System.getenv("RATELAB_REQUIRE"), "").split(",", -1));
  }
}
