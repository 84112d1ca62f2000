package ratelab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
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
import ratelab.experiments.lab.LocalLabOptions;
import ratelab.experiments.lab.PrometheusChoice;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.lab.docker.DockerLab;
import ratelab.experiments.lab.docker.DockerLabOptions;
import ratelab.experiments.lab.docker.ProjectHome;
import ratelab.experiments.lab.service.ThisMachine;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingWriter;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.ScenarioException;
import ratelab.experiments.scenario.Target;
import ratelab.experiments.scenario.Words;

/** {@code lab run SCENARIO}. */
@Command(
    name = "run",
    description = {
      "Plays a scenario, records it, judges it and explains its curve.",
      "Several scenarios, or one with variants, end in a combined report."
    },
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
      "  lab run decay --speed 10 --at-once 4    all variants of an experiment, four at a time",
      "  lab run decay/restarted cures/drop-gone two variants",
      "  lab run --all --lab simulated           the whole catalogue",
      "  lab run seed --speed 10 --repeat 5      how much do its figures vary by themselves?",
      "  lab scenario show seed > mine.yaml; lab run mine.yaml"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..*",
      description =
          "A built-in name (lab list) or a YAML file. NAME/VARIANT is one of its variants, NAME/all"
              + " all of them.")
  private List<String> scenarios = List.of();

  @Option(names = "--all", description = "Everything that lab list shows.")
  private boolean all;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Of several scenarios, play so many at the same time; they mostly sleep. Default:"
              + " ${DEFAULT-VALUE}.")
  private int atOnce;

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
  public Integer call() throws IOException, InterruptedException {
    Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    List<Scenario> played =
        new ScenarioChoice(console)
            .of(scenarios, all).stream().map(target::applyTo).distinct().toList();
    if (played.size() == 1) {
      return one(played.getFirst(), console);
    }
    played.forEach(this::refuse);
    LabKind kind = LabKind.chosen(lab);
    SeveralRuns several =
        new SeveralRuns(
            directory -> chosen(directory, seed),
            kind::missing,
            Math.max(1, atOnce),
            Words.of(kind),
            console);
    return several.play(played.stream().map(this::atSpeed).toList(), title(), out).code();
  }

  private Integer one(Scenario played, Console console) throws IOException {
    refuse(played);
    if (speed != 1 && !played.target().work().sleeps()) {
      throw new ScenarioException(
          "--speed %s: CPU time does not scale, so work: %s runs at speed 1 only"
              .formatted(speed, Words.of(played.target().work())));
    }
    warnOfCloseScrapes(played, console);
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

  /** Among several, each as fast as it can be. */
  private Scenario atSpeed(Scenario scenario) {
    return lab == LabKind.SIMULATED && scenario.target().work().sleeps()
        ? scenario.at(speed)
        : scenario.atUpTo(speed);
  }

  private void warnOfCloseScrapes(Scenario played, Console console) {
    if (lab != LabKind.SIMULATED && speed > 1 && speed > played.fastest()) {
      console.warn(
          "at speed %s scrapes are %s apart, which a busy machine does not keep up with; for a run that counts use --speed %s or less"
              .formatted(
                  number(speed),
                  Durations.print(played.at(speed).scrapeInterval()),
                  number(played.fastest())));
    }
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private String title() {
    return "lab run " + (all ? "--all" : String.join(" ", scenarios));
  }

  /** What cannot be played, as far as the command line alone tells. */
  private void refuse(Scenario played) {
    if (!(speed > 0 && speed <= 1000)) {
      throw new ScenarioException("--speed " + speed + ": expected a number above 0, up to 1000");
    }
    if (repeat < 1 || repeat > 1000) {
      throw new ScenarioException("--repeat " + repeat + ": expected a number from 1 to 1000");
    }
    if (played.target().own().isPresent()) {
      refuseOfOwn(played.target());
    }
    boolean asksForPrometheus = !prometheus.equals("auto") && !prometheus.equals("none");
    if ((lab == LabKind.DOCKER || played.target().isImage()) && asksForPrometheus) {
      throw new ScenarioException(
          "the Docker lab has a Prometheus of its own, in a container: use --prometheus auto or"
              + " none");
    }
    if (lab == LabKind.SIMULATED && (asksForPrometheus || stopWhenExplained)) {
      throw new ScenarioException(
          "--lab simulated has no Prometheus and is done at once: leave out --prometheus and"
              + " --stop-when-explained, or use --lab local");
    }
  }

  private void refuseOfOwn(Target own) {
    if (speed != 1) {
      throw new ScenarioException(
          "--speed "
              + speed
              + ": your own service has no service time that the lab could set: leave out --speed");
    }
    if (lab == LabKind.SIMULATED || (lab == LabKind.DOCKER && !own.isImage())) {
      throw new ScenarioException("your own service runs for real: leave out --lab");
    }
    if (lab == LabKind.LOCAL && own.isImage()) {
      throw new ScenarioException(
          "--lab local starts processes, and target.image is started by a Docker engine: leave out"
              + " --lab, or give target.command");
    }
  }

  private Recording record(Scenario played, long runSeed, Path directory, Console console) {
    try (var progress = new ProgressLine(console, played, Clock.systemUTC());
        var _ = Interruption.of(Thread.currentThread(), console)) {
      return chosen(directory, runSeed).record(played, progress);
    }
  }

  /** An image needs containers, whatever else is played where. */
  private Lab chosen(Path directory, long runSeed) {
    return (scenario, listener) -> {
      LabKind kind = scenario.target().isImage() ? LabKind.DOCKER : LabKind.chosen(lab);
      return of(kind, directory, runSeed).record(scenario, listener);
    };
  }

  private Lab of(LabKind kind, Path directory, long runSeed) {
    return switch (kind) {
      case LOCAL ->
          new ThisMachine(
              new LocalLabOptions(
                  directory, PrometheusChoice.parse(prometheus), stopWhenExplained));
      case DOCKER ->
          new DockerLab(
              new DockerLabOptions(
                  directory, !prometheus.equals("none"), stopWhenExplained, ProjectHome.path()));
      case SIMULATED -> new SimulatedLab(SimulatedWorld.asTheOriginal(runSeed));
    };
  }
}
