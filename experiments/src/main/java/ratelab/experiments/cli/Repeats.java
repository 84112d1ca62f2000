package ratelab.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingReader;

/** The runs in a directory: one, or those that {@code lab run --repeat N} left there. */
final class Repeats {
  private Repeats() {}

  /**
   * A run and where it is kept.
   *
   * @param directory as it was typed, or one of its repeats
   */
  record Kept(Path directory, Recording recording) {}

  static Path directory(Path parent, int number) {
    return parent.resolve("repeat-" + number);
  }

  /** All runs of a directory, at least one; their readers explain what is wrong with it. */
  static List<Kept> read(Path directory) {
    List<Kept> runs = new ArrayList<>();
    for (int i = 1; Files.isDirectory(directory(directory, i)); i++) {
      runs.add(kept(directory(directory, i)));
    }
    return runs.isEmpty() ? List.of(kept(directory)) : List.copyOf(runs);
  }

  private static Kept kept(Path directory) {
    return new Kept(directory, RecordingReader.read(directory));
  }
}
