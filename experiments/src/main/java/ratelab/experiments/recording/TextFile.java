package ratelab.experiments.recording;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A text file by its lines.
 *
 * @param path where it is
 * @param lines the whole lines, that is those that end in a line feed
 * @param torn whether more text follows the last line feed
 */
record TextFile(Path path, List<String> lines, boolean torn) {

  /** Reads a file that must end with a whole line. */
  static TextFile read(Path path) {
    TextFile file = readGrowing(path);
    if (file.torn) {
      throw RecordingException.damaged(
          file.at(file.lines.size()), "the last line does not end: the file was cut");
    }
    return file;
  }

  /** Reads what is whole of a file that another process still writes. */
  static TextFile readGrowing(Path path) {
    String text = text(path);
    int end = text.lastIndexOf('\n') + 1;
    return new TextFile(path, text.substring(0, end).lines().toList(), end < text.length());
  }

  static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      throw new RecordingException(
          path + ": there is no such file; restore it, or run the lab again", e);
    } catch (CharacterCodingException e) {
      throw RecordingException.damaged(path.toString(), "it is not UTF-8 text");
    } catch (IOException e) {
      throw new RecordingException(path + ": cannot be read (" + e + "); make it readable", e);
    }
  }

  /** Writes a file that is there as a whole or not at all. */
  static void write(Path path, String text) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Path unfinished = path.resolveSibling("." + path.getFileName() + ".unfinished");
      Files.writeString(unfinished, text);
      Files.move(
          unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new RecordingException(
          path
              + ": cannot be written ("
              + e
              + "); give a directory with room that you may write to",
          e);
    }
  }

  /**
   * {@code file:line}.
   *
   * @param index of the line, from 0
   */
  String at(int index) {
    return path + ":" + (index + 1);
  }
}
