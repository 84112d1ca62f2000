package ratelab.experiments.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ratelab.experiments.rate.Series;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.ScenarioException;
import ratelab.experiments.scenario.ScenarioReader;

/** Reads what {@link RecordingWriter} wrote. */
public final class RecordingReader {
  private final RunDirectory run;
  private final RunFile file;

  private RecordingReader(RunDirectory run, RunFile file) {
    this.run = run;
    this.file = file;
  }

  /**
   * Reads a run directory.
   *
   * @throws RecordingException if it is none, or one of its files is missing, cut, damaged or newer
   */
  public static Recording read(Path directory) {
    return new RecordingReader(new RunDirectory(directory), RunFile.read(directory)).read();
  }

  private Recording read() {
    EventsFile events = EventsFile.read(run.events());
    file.checkRows(run.events(), events.rowCount());
    return Recording.of(
            scenario(), file.info(), file.marks(), file.load().orElseGet(LoadResult::unknown))
        .calibration(file.calibration())
        .forecasts(file.forecasts())
        .series(samples())
        .scrapeFailures(events.scrapeFailures())
        .attempts(optional(run.attempts(), AttemptsFile::read))
        .handled(events.handled())
        .cpuReadings(optional(run.cpu(), CpuFile::read))
        .oracle(OracleFiles.read(run.oracle()))
        .declined(events.declined())
        .disturbed(events.disturbed())
        .abandoned(abandoned())
        .build();
  }

  private Optional<List<Abandoned>> abandoned() {
    return file.names(String.valueOf(run.abandoned().getFileName()))
        ? Optional.of(optional(run.abandoned(), AbandonedFile::read))
        : Optional.empty();
  }

  private Scenario scenario() {
    try {
      return ScenarioReader.read(run.scenario()).scenario();
    } catch (ScenarioException e) {
      throw new RecordingException(e.getMessage(), e);
    }
  }

  private List<Series> samples() {
    List<Series> series = SamplesFile.read(run.samples());
    file.checkRows(run.samples(), SamplesFile.rowCount(series));
    return series;
  }

  private <T> List<T> optional(Path path, Function<Path, List<T>> reader) {
    if (!file.names(String.valueOf(path.getFileName()))) return List.of();
    List<T> rows = reader.apply(path);
    file.checkRows(path, rows.size());
    return rows;
  }
}
