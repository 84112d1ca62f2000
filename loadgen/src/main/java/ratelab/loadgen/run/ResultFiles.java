package ratelab.loadgen.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratelab.loadgen.plan.Outputs;
import ratelab.loadgen.plan.Outputs.Stdout;
import ratelab.loadgen.record.AttemptRows;
import ratelab.loadgen.record.HeyRows;
import ratelab.loadgen.record.HistogramLog;
import ratelab.loadgen.record.RowWriter;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.record.RunResult;
import ratelab.loadgen.report.JsonReport;

/** The files of one run. All are created before the load, so that a bad path costs no run. */
final class ResultFiles {
  private final Optional<Path> json;
  private final Optional<Path> histogramLog;
  private final List<RowWriter> rows = new ArrayList<>();

  /**
   * @throws IOException naming the file that cannot be written
   */
  ResultFiles(Outputs outputs, Terminal terminal, RunClock clock) throws IOException {
    json = outputs.json();
    histogramLog = outputs.histogramLog();
    if (json.isPresent()) {
      create(json.get()).close();
    }
    if (histogramLog.isPresent()) {
      create(histogramLog.get()).close();
    }
    if (outputs.attempts().isPresent()) {
      OutputStream file = create(outputs.attempts().get());
      rows.add(new RowWriter(new AttemptRows(clock::startEpochMicros), utf8(file)));
    }
    if (outputs.stdout() == Stdout.CSV) {
      rows.add(new RowWriter(new HeyRows(), utf8(terminal.out())));
    }
  }

  private static Writer utf8(OutputStream out) {
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  private static OutputStream create(Path path) throws IOException {
    try {
      return Files.newOutputStream(path);
    } catch (IOException e) {
      throw new IOException("cannot write " + path + ": give a path that can be created", e);
    }
  }

  /** The files that take a row per attempt. */
  List<RowWriter> rows() {
    return List.copyOf(rows);
  }

  /** Makes the rows so far visible to readers. */
  void flush() {
    rows.forEach(RowWriter::flush);
  }

  /**
   * Completes every file.
   *
   * @throws IOException if one of them, now or earlier, could not be written
   */
  void complete(RunResult result, String version) throws IOException {
    for (RowWriter file : rows) {
      file.close();
    }
    if (json.isPresent()) {
      Files.writeString(json.get(), JsonReport.of(result, version));
    }
    if (histogramLog.isPresent()) {
      try (OutputStream file = create(histogramLog.get())) {
        HistogramLog.write(result, file);
      }
    }
  }
}
