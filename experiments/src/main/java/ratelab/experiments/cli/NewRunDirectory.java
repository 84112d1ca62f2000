package ratelab.experiments.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
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
            ? Path.of(
                "target", "ratelab", scenario.replace('/', '-') + "-" + UTC.format(clock.instant()))
            : given;
    if (Files.isRegularFile(directory)) {
      throw new LabException("--out " + directory + " is a file; give a new or empty directory");
    }
    if (Files.isDirectory(directory) && !isEmpty(directory)) {
      throw new LabException("--out " + directory + " is not empty; give a new or empty directory");
    }
    return writable(directory);
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Found out now: a run that cannot be kept need not be played. */
  private static Path writable(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (FileSystemException e) {
      throw unusable(directory, "cannot be made (" + Expected.reason(e) + ")");
    } catch (IOException e) {
      throw unusable(directory, "cannot be made (" + e.getMessage() + ")");
    }
    if (!Files.isWritable(directory)) {
      throw unusable(directory, "is not writable");
    }
    return directory;
  }

  private static LabException unusable(Path directory, String why) {
    return new LabException(
        "the run directory %s %s; give another one with --out".formatted(directory, why));
  }
}
