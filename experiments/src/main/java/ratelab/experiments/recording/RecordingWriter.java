package ratelab.experiments.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import ratelab.experiments.scenario.ScenarioWriter;

/** Writes a recording into a run directory; {@code docs/formats.md} describes the files. */
public final class RecordingWriter {
  private final Recording recording;
  private final RunDirectory run;
  private final Map<String, Integer> rows = new LinkedHashMap<>();

  private RecordingWriter(Recording recording, RunDirectory run) {
    this.recording = recording;
    this.run = run;
  }

  /**
   * Writes everything, {@code run.json} last: an interrupted write never looks complete. An {@code
   * attempts.csv} that the load generator wrote there is left as it is.
   *
   * @throws RecordingException if the directory holds a recording already or cannot be written
   */
  public static void write(Recording recording, Path directory) {
    if (Files.exists(directory.resolve(RunFile.NAME))) {
      throw new RecordingException(
          directory + ": already holds a recording; give another directory");
    }
    new RecordingWriter(recording, new RunDirectory(directory)).write();
  }

  private void write() {
    TextFile.write(run.scenario(), ScenarioWriter.text(recording.scenario()));
    writeRows(
        run.samples(),
        SamplesFile.rowCount(recording.series()),
        SamplesFile.text(recording.series()));
    EventsFile events = EventsFile.of(recording);
    writeRows(run.events(), events.rowCount(), events.text());
    if (!recording.cpuReadings().isEmpty()) {
      writeRows(run.cpu(), recording.cpuReadings().size(), CpuFile.text(recording.cpuReadings()));
    }
    writeAttempts();
    recording
        .abandoned()
        .ifPresent(all -> writeRows(run.abandoned(), all.size(), AbandonedFile.text(all)));
    recording.oracle().ifPresent(oracle -> OracleFiles.write(oracle, run.oracle()));
    RunFile.of(recording, rows).write(run.path());
  }

  private void writeAttempts() {
    if (recording.attempts().isEmpty()) return;
    rows.put("attempts.csv", recording.attempts().size());
    if (!Files.exists(run.attempts())) {
      TextFile.write(run.attempts(), AttemptsFile.text(recording.attempts()));
    }
  }

  private void writeRows(Path file, int count, String text) {
    rows.put(String.valueOf(file.getFileName()), count);
    TextFile.write(file, text);
  }
}
