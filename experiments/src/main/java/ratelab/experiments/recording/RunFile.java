package ratelab.experiments.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratelab.experiments.forecast.Forecast;

/**
 * {@code run.json}: where and with what a run was made, its instants, forecasts and counts. It is
 * written last, so a directory that has one is complete.
 *
 * @param format version of the format
 * @param info where and with what
 * @param marks the run's instants
 * @param calibration service times measured before the load
 * @param forecasts in the order they were made
 * @param load the load's counts, where they are known
 * @param rows how many rows each other file has, so that a file that was cut is noticed; a file
 *     that is not named does not belong to the run
 */
record RunFile(
    int format,
    RunInfo info,
    Marks marks,
    List<Duration> calibration,
    List<Forecast> forecasts,
    Optional<LoadResult> load,
    Map<String, Integer> rows) {
  static final String NAME = "run.json";
  private static final int FORMAT = 1;

  static RunFile of(Recording recording, Map<String, Integer> rows) {
    return new RunFile(
        FORMAT,
        recording.info(),
        recording.marks(),
        recording.calibration(),
        recording.forecasts(),
        Optional.of(recording.load()).filter(LoadResult::isKnown),
        rows);
  }

  void write(Path folder) {
    TextFile.write(folder.resolve(NAME), Json.page(this));
  }

  static RunFile read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new RecordingException(
          folder
              + ": not a run directory: there is no "
              + NAME
              + " (an interrupted run leaves none); give the directory that `lab run` printed");
    }
    return Json.readPage(file, RunFile.class, FORMAT);
  }

  /** Whether the file belongs to the run. */
  boolean names(String file) {
    return rows.containsKey(file);
  }

  /** Compares the rows of a file with those that the run wrote. */
  void checkRows(Path file, int found) {
    checkRows(file, found, rows.getOrDefault(String.valueOf(file.getFileName()), 0));
  }

  static void checkRows(Path file, int found, int written) {
    if (found != written) {
      throw RecordingException.damaged(
          file.toString(), "expected " + written + " rows, found " + found);
    }
  }
}
