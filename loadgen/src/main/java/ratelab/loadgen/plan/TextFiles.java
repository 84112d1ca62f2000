package ratelab.loadgen.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import okio.ByteString;

/** Files that flags name, with errors that name the flag. */
final class TextFiles {
  private TextFiles() {}

  static ByteString bytes(Flag flag, String path) throws BadUsage {
    try {
      return ByteString.of(Files.readAllBytes(Path.of(path)));
    } catch (NoSuchFileException e) {
      throw BadUsage.senseless(flag.spelling() + " " + path + ": there is no such file");
    } catch (IOException e) {
      throw BadUsage.senseless(flag.spelling() + " " + path + ": cannot be read (" + e + ")");
    }
  }

  static String text(Flag flag, String path) throws BadUsage {
    return bytes(flag, path).utf8();
  }

  /** The lines that are not empty. */
  static List<String> lines(Flag flag, String path) throws BadUsage {
    List<String> lines = text(flag, path).lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw BadUsage.senseless(flag.spelling() + " " + path + ": the file has no lines");
    }
    return lines;
  }
}
