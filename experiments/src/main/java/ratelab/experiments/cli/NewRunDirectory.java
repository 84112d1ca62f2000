package ratelab.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.lab.LabException;

/** Makes the directory of a run; never writes into somebody else's. */
final class NewRunDirectory {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private NewRunDirectory() {}

  static Path create(@Nullable Path given, String scenario, Clock clock) throws IOException {
    Path directory =
        given == null
            ? Path.of("target", "ratelab", scenario + "-" + UTC.format(clock.instant()))
            : given;
    if (Files.isRegularFile(directory)) {
      throw new LabException("--out " + directory + " is a file; give a new or empty directory");
    }
    if (Files.isDirectory(directory)) {
      try (var entries = Files.list(directory)) {
        if (entries.findAny().isPresent()) {
          throw new LabException(
              "--out " + directory + " is not empty; give a new or empty directory");
        }
      }
    }
    return Files.createDirectories(directory);
  }
}
