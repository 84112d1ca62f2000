package ratelab.loadgen;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system that tests compare with or talk to. */
final class RealTools {
  private RealTools() {}

  /**
   * On a user's machine a missing program is a visible skip; where RATELAB_REQUIRE names it, a
   * failure.
   */
  static Path find(String name) {
    Optional<Path> program =
        Stream.concat(
                Arrays.stream(
                    System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)),
                Stream.of("/usr/sbin"))
            .map(directory -> Path.of(directory, name))
            .filter(Files::isExecutable)
            .findFirst();
    List<String> required =
        Arrays.asList(System.getenv().getOrDefault("RATELAB_REQUIRE", "").split(",", -1));
    if (program.isEmpty() && required.contains(name)) {
      throw new AssertionError("RATELAB_REQUIRE contains " + name + ", but none is on PATH");
    }
    assumeTrue(program.isPresent(), "no " + name + " on PATH; Debian has a package for it");
    return program.orElseThrow();
  }
}
