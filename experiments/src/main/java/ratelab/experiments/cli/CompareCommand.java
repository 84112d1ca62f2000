package ratelab.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ratelab.experiments.analysis.RunComparison;
import ratelab.experiments.analysis.RunComparison.Change;
import ratelab.experiments.analysis.RunFigures;
import ratelab.experiments.report.terminal.Columns;
import ratelab.experiments.scenario.Scenario;

/** {@code lab compare RUN_A RUN_B}. */
@Command(
    name = "compare",
    description = "Says what changed from one run to another, and fails on a regression.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  lab compare target/ratelab/before target/ratelab/after",
      "  lab run mine.yaml --repeat 5 --out before   five runs tell how much a figure varies by"
          + " itself",
      "  lab compare before after",
      "  lab compare before after --baseline-repeats more-of-before",
      "",
      "Exit codes: 0 nothing became worse, 1 something did, 2 a run cannot be read,",
      "3 the runs cannot be compared, or RUN_B does not show what RUN_A does."
    })
final class CompareCommand implements Callable<Integer> {
  private static final Columns COLUMNS = new Columns(20, 18, 18, 30, 8);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN_A", description = "The baseline's run directory.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN_B", description = "The other run directory.")
  private Path after = Path.of("");

  @Option(
      names = "--baseline-repeats",
      paramLabel = "DIR",
      split = ",",
      description = "Further runs of the baseline, for its spread.")
  private List<Path> moreBefore = new ArrayList<>();

  @Override
  public Integer call() {
    List<Repeats.Kept> baseline = new ArrayList<>(Repeats.read(before));
    moreBefore.forEach(directory -> baseline.addAll(Repeats.read(directory)));
    List<Repeats.Kept> runs = Repeats.read(after);
    PrintWriter out = spec.commandLine().getOut();
    List<String> obstacles = obstacles(baseline, runs);
    if (!obstacles.isEmpty()) {
      obstacles.forEach(o -> out.println("not comparable: " + o));
      out.flush();
      return ExitCode.INCONCLUSIVE.code();
    }
    RunComparison comparison = RunComparison.of(figures(baseline), figures(runs));
    print(out, comparison);
    comparison.lost().forEach(line -> out.println(lost(line)));
    out.flush();
    return exitCode(comparison).code();
  }

  private static ExitCode exitCode(RunComparison comparison) {
    if (comparison.hasRegression()) {
      return ExitCode.FAIL;
    }
    boolean nothingKnown = comparison.lines().stream().allMatch(l -> l.change() == Change.UNKNOWN);
    return nothingKnown || !comparison.lost().isEmpty() ? ExitCode.INCONCLUSIVE : ExitCode.PASS;
  }

  private static List<RunFigures> figures(List<Repeats.Kept> runs) {
    return runs.stream().map(Repeats.Kept::recording).map(RunFigures::of).toList();
  }

  /** Another load or other scrapes make other figures, whatever the target does. */
  private static List<String> obstacles(List<Repeats.Kept> baseline, List<Repeats.Kept> runs) {
    List<String> obstacles = new ArrayList<>();
    Scenario first = baseline.getFirst().recording().scenario();
    List<Repeats.Kept> all = new ArrayList<>(baseline);
    all.addAll(runs);
    for (Repeats.Kept run : all) {
      Scenario played = run.recording().scenario();
      Path name = run.directory();
      if (played.speed() != first.speed()) {
        obstacles.add(
            "%s ran at speed %s, the baseline at %s; run both at the same speed"
                .formatted(name, played.speed(), first.speed()));
      } else if (!played.load().equals(first.load())) {
        obstacles.add(
            "%s had another load than the baseline; play the same load on both".formatted(name));
      } else if (!played.scrapeInterval().equals(first.scrapeInterval())) {
        obstacles.add("%s was scraped at another interval than the baseline".formatted(name));
      }
      RunFigures.of(run.recording()).problems().forEach(p -> obstacles.add(name + ": " + p));
    }
    return obstacles.stream().distinct().toList();
  }

  private String lost(RunComparison.Line line) {
    return "not compared: %s shows no %s where %s does, so that it may have become worse; its report says why"
        .formatted(after, line.figure().name(), before);
  }

  private static void print(PrintWriter out, RunComparison comparison) {
    COLUMNS.row("figure", "before", "after", "tolerance", "").forEach(out::println);
    for (RunComparison.Line line : comparison.lines()) {
      String unit = line.figure().unit();
      COLUMNS
          .row(
              line.figure().name(),
              text(line.before(), unit),
              text(line.after(), unit),
              line.before().isEmpty() || line.after().isEmpty()
                  ? ""
                  : "± " + RunFigures.number(line.tolerance(), unit) + source(line),
              line.change().name().toLowerCase(Locale.ROOT))
          .forEach(out::println);
    }
  }

  private static String source(RunComparison.Line line) {
    if (line.tolerance() == line.figure().resolution()) {
      return " (resolution)";
    }
    return line.fromRepeats() ? " (3 spreads)" : " (10 % assumed)";
  }

  private static String text(OptionalDouble value, String unit) {
    return value.isPresent() ? RunFigures.number(value.getAsDouble(), unit) : "not known";
  }
}
