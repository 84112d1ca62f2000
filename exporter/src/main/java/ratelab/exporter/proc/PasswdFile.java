package ratelab.exporter.proc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file in passwd(5) format, read anew at each question. */
final class PasswdFile {
  private static final int NAME = 0;
  private static final int UID = 2;

  private final Path path;

  PasswdFile(Path path) {
    this.path = path;
  }

  /** Empty if the file has none for it, or cannot be read. */
  Optional<String> nameOf(long uid) {
    String wanted = Long.toString(uid);
    for (String line : lines()) {
      List<String> fields = List.of(line.split(":", -1));
      if (fields.size() > UID && fields.get(UID).equals(wanted)) {
        return Optional.of(fields.get(NAME));
      }
    }
    return Optional.empty();
  }

  private List<String> lines() {
    try {
      // Latin-1 accepts every byte: one odd name must not hide the others.
      return Files.readAllLines(path, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return List.of();
    }
  }
}
