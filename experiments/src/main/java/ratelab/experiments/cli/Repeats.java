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

  static Path directory(Path parent, int number) {
    return parent.resolve("repeat-" + number);
  }

  /** All runs of a directory, at least one; their readers explain what is wrong with it. */
  static List<Recording> read(Path directory) {
    List<Recording> runs = new ArrayList<>();
    for (int i = 1; Files.isDirectory(directory(directory, i)); i++) {
      runs.add(RecordingReader.read(directory(directory, i)));
    }
    return runs.isEmpty() ? List.of(RecordingReader.read(directory)) : List.copyOf(runs);
  }
}
