package ratelab.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.lab.Lab;
import ratelab.experiments.lab.LocalLab;
import ratelab.experiments.lab.LocalLabOptions;
import ratelab.experiments.lab.PrometheusChoice;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.lab.docker.DockerLab;
import ratelab.experiments.lab.docker.DockerLabOptions;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingWriter;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.ScenarioException;
import ratelab.experiments.scenario.ScenarioFile;
import ratelab.experiments.scenario.ScenarioReader;
import ratelab.experiments.scenario.Work;

/** {@code lab run SCENARIO}. */
@Command(
    name = "run",
    description = "Plays a scenario, records it, judges it and explains its curve.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  lab run seed --speed 10                 the original, ten times as fast",
      "  lab run seed --target node              on Node, as the original was",
      "  lab run seed --concurrency virtual      no backlog: a thread for each request",
      "  lab run seed --speed 10 --lab docker    in containers, Prometheus included",
      "  lab run seed --speed 10 --lab simulated in virtual time, done at once",
      "  lab scenario show seed > mine.yaml; lab run mine.yaml"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SCENARIO", description = "A built-in name (lab list) or a YAML file.")
  private String scenario = "";

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Divide every duration by N; counts stay. Default: ${DEFAULT-VALUE}.")
  private double speed;

  @Mixin private TargetOptions target = new TargetOptions();

  @Option(
      names = "--prometheus",
      paramLabel = "WHICH",
      defaultValue = "auto",
      description =
          "A real Prometheus beside the lab's own scraper: auto (one on the PATH), none, or a"
              + " path.")
  private String prometheus = "";

  @Option(
      names = "--stop-when-explained",
      description = "End once forecast and observation agree, without waiting for longer windows.")
  private boolean stopWhenExplained;

  @Option(
      names = "--lab",
      paramLabel = "KIND",
      description =
          "local (processes on this machine), docker (containers) or simulated (virtual time)."
              + " Default: local; docker where there is no /proc.")
  private @Nullable LabKind lab;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of what is random in a simulation. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run directory. Default: target/ratelab/SCENARIO-UTC.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    Scenario played = target.applyTo(read(console));
    refuse(played);
    Path directory = NewRunDirectory.create(out, played.name(), Clock.systemUTC());
    Recording recording = record(played.at(speed), directory, console);
    RecordingWriter.write(recording, directory);
    Analysis analysis = Analyst.analyse(recording);
    console.summary(analysis, recording, directory);
    return ExitCode.of(analysis.status()).code();
  }

  /** What cannot be played, as far as the command line alone tells. */
  private void refuse(Scenario played) {
    if (!(speed > 0 && speed <= 1000)) {
      throw new ScenarioException("--speed " + speed + ": expected a number above 0, up to 1000");
    }
    if (speed != 1 && played.target().work() == Work.BURN) {
      throw new ScenarioException(
          "--speed " + speed + ": CPU time does not scale, so work: burn runs at speed 1 only");
    }
    boolean asksForPrometheus = !prometheus.equals("auto") && !prometheus.equals("none");
    if (lab == LabKind.DOCKER && asksForPrometheus) {
      throw new ScenarioException(
          "--lab docker has a Prometheus of its own, in a container: use --prometheus auto or"
              + " none");
    }
    if (lab == LabKind.SIMULATED && (asksForPrometheus || stopWhenExplained)) {
      throw new ScenarioException(
          "--lab simulated has no Prometheus and is done at once: leave out --prometheus and"
              + " --stop-when-explained, or use --lab local");
    }
  }

  private Recording record(Scenario played, Path directory, Console console) {
    Lab chosen =
        switch (LabKind.chosen(lab)) {
          case LOCAL ->
              new LocalLab(
                  new LocalLabOptions(
                      directory, PrometheusChoice.parse(prometheus), stopWhenExplained));
          case DOCKER ->
              new DockerLab(
                  new DockerLabOptions(
                      directory,
                      !prometheus.equals("none"),
                      stopWhenExplained,
                      ProjectHome.path()));
          case SIMULATED -> new SimulatedLab(SimulatedWorld.asTheOriginal(seed));
        };
    try (var progress = new ProgressLine(console, played, Clock.systemUTC());
        var _ = Interruption.of(Thread.currentThread(), console)) {
      return chosen.record(played, progress);
    }
  }

  private Scenario read(Console console) {
    Path file = Path.of(scenario);
    if (BuiltInScenarios.names().contains(scenario) && !Files.isRegularFile(file)) {
      return BuiltInScenarios.read(scenario);
    }
    if (!Files.exists(file) && !scenario.endsWith(".yaml") && !scenario.endsWith(".yml")) {
      return BuiltInScenarios.read(scenario);
    }
    ScenarioFile read = ScenarioReader.read(file);
    read.warnings().forEach(console::warn);
    return read.scenario();
  }
}
