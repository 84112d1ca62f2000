package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingReader;
import ratelab.experiments.recording.RecordingWriter;
import ratelab.experiments.report.ReportFiles;
import ratelab.experiments.scenario.BuiltInScenarios;

/** The original experiment in containers, with a real Prometheus; a test for each verdict. */
@ExtendWith(DockerGuard.class)
class SeedInDockerIT {
  private static final double SPEED = 10;

  @TestFactory
  Stream<DynamicTest> seed() throws IOException {
    Path directory = Files.createDirectories(Path.of("target", "ratelab"));
    Path run = Files.createTempDirectory(directory, "seed-docker-");
    Recording recording =
        new DockerLab(DockerRuns.options(run, true))
            .record(BuiltInScenarios.read("seed").at(SPEED), LabListener.SILENT);
    RecordingWriter.write(recording, run);
    Analysis analysis = Analyst.analyse(recording);
    ReportFiles.write(run, analysis, recording);
    return Stream.concat(
        Stream.of(
            dynamicTest("the run is valid", () -> assertThat(analysis.problems()).isEmpty()),
            dynamicTest(
                "nothing is left",
                () -> assertThat(new EngineContent(run.getFileName() + "-").list()).isEmpty()),
            dynamicTest(
                "its replay says the same",
                () -> assertThat(Analyst.analyse(RecordingReader.read(run))).isEqualTo(analysis))),
        analysis.verdicts().stream()
            .map(
                verdict ->
                    dynamicTest(
                        verdict.name(),
                        () ->
                            assertThat(verdict)
                                .matches(v -> v.status() == Status.PASS, "passes"))));
  }
}
