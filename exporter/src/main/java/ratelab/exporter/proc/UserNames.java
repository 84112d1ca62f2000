package ratelab.exporter.proc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of users by uid from a file in passwd(5) format; a name once found is kept for good. */
public final class UserNames {
  private static final int NAME = 0;
  private static final int UID = 2;

  private final Path passwd;
  private final Map<Long, String> known = new HashMap<>();

  public UserNames(Path passwd) {
    this.passwd = passwd;
  }

  /** The name, or the number itself where the file has none for it or cannot be read. */
  public String nameOf(long uid) {
    return known.computeIfAbsent(uid, this::lookUp);
  }

  private String lookUp(long uid) {
    String wanted = Long.toString(uid);
    for (String line : lines()) {
      List<String> fields = List.of(line.split(":", -1));
      if (fields.size() > UID && fields.get(UID).equals(wanted)) return fields.get(NAME);
    }
    return wanted;
  }

  private List<String> lines() {
    try {
      // Latin-1 accepts every byte: one odd name must not hide the others.
      return Files.readAllLines(passwd, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return List.of();
    }
  }
}
