package ratelab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.LocalLab;
import ratelab.experiments.lab.LocalLabOptions;
import ratelab.experiments.lab.PrometheusChoice;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingReader;
import ratelab.experiments.recording.RecordingWriter;
import ratelab.experiments.report.ReportFiles;
import ratelab.experiments.scenario.BuiltInScenarios;

/** Every built-in scenario played once with real processes; a test for each verdict. */
class BuiltInScenariosIT {
  private static final double SPEED = 10;

  @TestFactory
  Stream<DynamicTest> seed() throws IOException {
    return verdicts("seed");
  }

  @TestFactory
  Stream<DynamicTest> seed_no_timeout() throws IOException {
    return verdicts("decay/no-timeout");
  }

  private static Stream<DynamicTest> verdicts(String scenario) throws IOException {
    Path directory = Files.createDirectories(Path.of("target", "ratelab"));
    Path run = Files.createTempDirectory(directory, scenario.replace('/', '-') + "-");
    Recording recording =
        new LocalLab(new LocalLabOptions(run, new PrometheusChoice.Auto(), false))
            .record(BuiltInScenarios.read(scenario).at(SPEED), LabListener.SILENT);
    RecordingWriter.write(recording, run);
    Analysis analysis = Analyst.analyse(recording);
    ReportFiles.write(run, analysis, recording);
    return Stream.concat(
        Stream.of(
            dynamicTest("the run is valid", () -> assertThat(analysis.problems()).isEmpty()),
            dynamicTest(
                "its replay says the same",
                () -> assertThat(Analyst.analyse(RecordingReader.read(run))).isEqualTo(analysis))),
        analysis.verdicts().stream().map(BuiltInScenariosIT::test));
  }

  /** Inconclusive is an error, never a skip. */
  private static DynamicTest test(Verdict verdict) {
    return dynamicTest(
        verdict.name(),
        () -> assertThat(verdict).matches(v -> v.status() == Status.PASS, "passes"));
  }
}
