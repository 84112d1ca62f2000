package ratelab.exporter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What {@code -man} prints: the flags, then the page of the documentation about configurations. */
final class Manual {
  private static final String RESOURCE = "configuration.md";

  private Manual() {}

  static String text() {
    try (InputStream manual =
        Objects.requireNonNull(Manual.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      String configuration = new String(manual.readAllBytes(), StandardCharsets.UTF_8);
      return ExporterFlags.usage() + "\n" + configuration;
    } catch (IOException e) {
      throw new UncheckedIOException("the manual is missing from the jar", e);
    }
  }
}
