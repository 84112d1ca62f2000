package ratelab.experiments.recording;

import java.nio.file.Path;
import java.util.List;

/** {@code abandoned.csv}: connections that their clients had closed and the target had not. */
final class AbandonedFile {
  private static final Table TABLE =
      new Table("abandoned", "remote_port", "first_seen_ms", "last_seen_ms", "unread");

  private AbandonedFile() {}

  static List<Abandoned> read(Path path) {
    return TABLE.read(path, AbandonedFile::abandoned);
  }

  static String text(List<Abandoned> all) {
    return TABLE.text(all.stream().map(AbandonedFile::row).toList());
  }

  private static Abandoned abandoned(Row row) {
    return new Abandoned(
        row.value("remote_port", "a port", Integer::valueOf),
        row.millis("first_seen_ms"),
        row.millis("last_seen_ms"),
        row.value("unread", "true or false", AbandonedFile::truth));
  }

  private static String row(Abandoned each) {
    return String.join(
        ",",
        Integer.toString(each.remotePort()),
        Long.toString(each.firstSeenMillis()),
        Long.toString(each.lastSeenMillis()),
        Boolean.toString(each.unread()));
  }

  private static boolean truth(String word) {
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(word);
    };
  }
}
