package ratelab.experiments.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.lab.Lab;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingWriter;
import ratelab.experiments.report.ReportFiles;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.ScenarioFile;
import ratelab.experiments.scenario.ScenarioReader;

/**
 * Plays scenarios for a test and keeps each run below {@code target/ratelab/}, in a directory of
 * its own that is named after the test.
 *
 * <pre>{@code
 * @RegisterExtension final RatelabExtension ratelab = new RatelabExtension();
 *
 * @Test
 * void nobody_is_served_in_vain() {
 *   PlayedRun run = ratelab.play(Path.of("src/test/resources/my-service.yaml"));
 *   assertThat(run).worksOffForNobodyAtMost(0.01);
 * }
 * }</pre>
 *
 * <p>A target that is an image is played by a Docker engine, everything else by this machine. What
 * a run starts is ended with it, however the test ends.
 */
public final class RatelabExtension implements BeforeEachCallback {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private String test = "ratelab";
  private double speed = 1;
  private String prometheus = "none";

  /**
   * Plays at another speed: every duration of the scenario divided by it.
   *
   * @param factor above 0; only a target whose service time can be set takes another than 1
   */
  public RatelabExtension atSpeed(double factor) {
    this.speed = factor;
    return this;
  }

  /**
   * Lets a real Prometheus take part: {@code auto} for one on the PATH, {@code none}, or a path. An
   * image has one of its own, in a container, with {@code auto}.
   */
  public RatelabExtension withPrometheus(String which) {
    this.prometheus = which;
    return this;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    test = context.getRequiredTestClass().getSimpleName() + "." + methodName(context);
  }

  private static String methodName(ExtensionContext context) {
    return context.getRequiredTestMethod().getName();
  }

  /**
   * Plays a scenario from a file.
   *
   * @throws ratelab.experiments.scenario.ScenarioException if the file is wrong
   * @throws ratelab.experiments.lab.LabException if the run could not be made
   */
  public PlayedRun play(Path scenario) {
    return play(ScenarioReader.read(scenario));
  }

  /**
   * Plays a scenario given as YAML text.
   *
   * @throws ratelab.experiments.scenario.ScenarioException if the text is wrong
   * @throws ratelab.experiments.lab.LabException if the run could not be made
   */
  public PlayedRun play(String yaml) {
    return play(ScenarioReader.read(yaml, test + ".yaml", test));
  }

  private PlayedRun play(ScenarioFile file) {
    Path directory = newDirectory();
    Scenario scenario = file.scenario().at(speed);
    return play(scenario, directory, TestLab.of(scenario.target(), directory, prometheus));
  }

  /** Plays a scenario in any lab. */
  static PlayedRun play(Scenario scenario, Path directory, Lab lab) {
    Recording recording = lab.record(scenario, LabListener.SILENT);
    try {
      RecordingWriter.write(recording, directory);
      Analysis analysis = Analyst.analyse(recording);
      return new PlayedRun(
          recording, analysis, ReportFiles.write(directory, analysis, recording).report());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the run in " + directory, e);
    }
  }

  private Path newDirectory() {
    Path directory =
        Path.of("target", "ratelab", test + "-" + UTC.format(Instant.now())).toAbsolutePath();
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the run directory " + directory, e);
    }
  }
}
