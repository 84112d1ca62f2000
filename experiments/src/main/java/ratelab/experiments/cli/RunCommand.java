package ratelab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
import ratelab.experiments.analysis.RunFigures;
import ratelab.experiments.lab.Lab;
import ratelab.experiments.lab.LocalLab;
import ratelab.experiments.lab.LocalLabOptions;
import ratelab.experiments.lab.PrometheusChoice;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
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
      "  lab run seed --speed 10 --lab simulated in virtual time, done at once",
      "  lab run seed --speed 10 --repeat 5      how much do its figures vary by themselves?",
      "  lab scenario show seed > mine.yaml; lab run mine.yaml"
    })
final class RunCommand implements Callable<Integer> {
  enum LabKind {
    LOCAL,
    SIMULATED
  }

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
      defaultValue = "LOCAL",
      description =
          "local (processes on this machine) or simulated (virtual time). Default: local.")
  private LabKind lab = LabKind.LOCAL;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of what is random in a simulation. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Run N times, into repeat-1 to repeat-N of the run directory, and print the spread; for"
              + " lab compare.")
  private int repeat = 1;

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
    return repeat == 1
        ? play(played, seed, directory, console).exitCode().code()
        : repeated(played, directory, console).code();
  }

  /** One run and what came of it. */
  private record Played(RunFigures figures, ExitCode exitCode) {}

  private Played play(Scenario played, long runSeed, Path directory, Console console)
      throws IOException {
    Recording recording = record(played.at(speed), runSeed, directory, console);
    RecordingWriter.write(recording, directory);
    Analysis analysis = Analyst.analyse(recording);
    console.summary(analysis, recording, directory);
    return new Played(RunFigures.of(recording), ExitCode.of(analysis.status()));
  }

  /** The worst exit code counts; seeds follow one another, so that simulations differ. */
  private ExitCode repeated(Scenario played, Path directory, Console console) throws IOException {
    List<Played> runs = new ArrayList<>();
    for (int i = 1; i <= repeat; i++) {
      console.line("run %d of %d".formatted(i, repeat));
      Path own = NewRunDirectory.create(Repeats.directory(directory, i), "", Clock.systemUTC());
      runs.add(play(played, seed + i - 1, own, console));
    }
    PrintWriter lines = spec.commandLine().getOut();
    SpreadTable.lines(runs.stream().map(Played::figures).toList()).forEach(lines::println);
    lines.flush();
    List<ExitCode> codes = runs.stream().map(Played::exitCode).toList();
    return codes.contains(ExitCode.FAIL)
        ? ExitCode.FAIL
        : codes.contains(ExitCode.INCONCLUSIVE) ? ExitCode.INCONCLUSIVE : ExitCode.PASS;
  }

  /** What cannot be played, as far as the command line alone tells. */
  private void refuse(Scenario played) {
    if (!(speed > 0 && speed <= 1000)) {
      throw new ScenarioException("--speed " + speed + ": expected a number above 0, up to 1000");
    }
    if (repeat < 1 || repeat > 1000) {
      throw new ScenarioException("--repeat " + repeat + ": expected a number from 1 to 1000");
    }
    if (speed != 1 && played.target().work() == Work.BURN) {
      throw new ScenarioException(
          "--speed " + speed + ": CPU time does not scale, so work: burn runs at speed 1 only");
    }
    boolean asksForPrometheus = !prometheus.equals("auto") && !prometheus.equals("none");
    if (lab == LabKind.SIMULATED && (asksForPrometheus || stopWhenExplained)) {
      throw new ScenarioException(
          "--lab simulated has no Prometheus and is done at once: leave out --prometheus and"
              + " --stop-when-explained, or use --lab local");
    }
  }

  private Recording record(Scenario played, long runSeed, Path directory, Console console) {
    Lab chosen =
        switch (lab) {
          case LOCAL ->
              new LocalLab(
                  new LocalLabOptions(
                      directory, PrometheusChoice.parse(prometheus), stopWhenExplained));
          case SIMULATED -> new SimulatedLab(SimulatedWorld.asTheOriginal(runSeed));
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
