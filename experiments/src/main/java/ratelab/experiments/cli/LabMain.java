package ratelab.experiments.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import ratelab.experiments.scenario.Durations;

/** The command line of the lab. */
@Command(
    name = "lab",
    description = "Reproduces, forecasts and explains the CPU-rate curves of Prometheus.",
    mixinStandardHelpOptions = true,
    versionProvider = LabVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    subcommands = {
      RunCommand.class,
      ReplayCommand.class,
      AdviseCommand.class,
      CompareCommand.class,
      InitCommand.class,
      WatchCommand.class,
      ListCommand.class,
      ScenarioCommand.class,
      DoctorCommand.class
    },
    footer = {
      "",
      "The parts, each on its own (arguments are theirs; --help tells):",
      "  lab exporter ...    a process exporter for Prometheus",
      "  lab sample-app ...  \"sleep 5, then Hello World\"",
      "  lab loadgen ...     a load generator with hey's command line",
      "",
      "Start with:",
      "  lab run seed --speed 10    the original experiment, ten times as fast (two minutes)",
      "  lab run seed               the original experiment (about 16 minutes)",
      "  lab run --all --lab simulated  the whole catalogue in virtual time, with one report",
      "  lab init my-service.yaml   a scenario for a service of your own",
      "",
      "Exit codes: 0 all expectations hold, 1 one failed, 2 it could not run, 3 inconclusive."
    })
public final class LabMain implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean verbose;

  private @Nullable LateFailures late;

  /** Without a command: what there is to choose from. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.COULD_NOT_RUN.code();
  }

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    // Numbers are printed with a point wherever the lab runs, so that outputs can be compared.
    Locale.setDefault(Locale.ROOT);
    LabMain main = new LabMain();
    CommandLine commandLine = main.commandLine();
    main.late = new LateFailures(commandLine.getErr(), List.of(args).contains("--verbose"));
    Thread.setDefaultUncaughtExceptionHandler(main.late);
    System.exit(commandLine.execute(args));
  }

  CommandLine commandLine() {
    return new CommandLine(this)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Duration.class, LabMain::duration)
        .registerConverter(double.class, LabMain::number)
        .setParameterExceptionHandler(LabMain::explainUsage)
        .setExecutionExceptionHandler(this::explain);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number; write it like 10 or 0.5");
    }
  }

  private static Duration duration(String text) {
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(Objects.requireNonNull(e.getMessage()));
    }
  }

  /** The message and where to read on; the whole help would bury it. */
  private static int explainUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("lab: " + UsageText.of(e));
    command.getErr().println("lab: see " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.COULD_NOT_RUN.code();
  }

  private int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    if (e instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
      // By Ctrl-C, which has been announced, and which gives the process its exit code.
      return ExitCode.COULD_NOT_RUN.code();
    }
    command.getErr().println("lab: " + Expected.message(e));
    if (late != null) {
      late.explained();
    }
    if (verbose) {
      e.printStackTrace(command.getErr());
    } else if (!Expected.is(e)) {
      command.getErr().println("lab: this is a defect of the lab; --verbose shows where it lies");
    }
    return ExitCode.COULD_NOT_RUN.code();
  }
}
