package ratelab.experiments.report.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected output in files. With {@code -Dratelab.golden.update=true} the actual output becomes the
 * expected one, to be looked at before it is committed.
 */
final class Golden {
  private Golden() {}

  /** What is expected in a resource of this package. */
  static String read(String name, String actual) {
    if (Boolean.getBoolean("ratelab.golden.update")) {
      update(name, actual);
      return actual;
    }
    try (InputStream in = Golden.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is missing; make it with -Dratelab.golden.update=true and look at it");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void update(String name, String actual) {
    try {
      Path directory =
          Path.of("src/test/resources", Golden.class.getPackageName().replace('.', '/'));
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(name), actual + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
