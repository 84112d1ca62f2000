package ratelab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
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
import ratelab.experiments.analysis.Reseen;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingReader;
import ratelab.experiments.scenario.WindowWidth;

/** {@code lab replay DIR}. */
@Command(
    name = "replay",
    description = "Computes curves, verdicts and report anew from a recorded run.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  lab replay experiments/examples/original-run --out target/original",
      "      the recorded original, which took 711 s to drain",
      "  lab replay RUN --window 10s,30s,5m",
      "      the same run through other windows: table and report",
      "  lab replay RUN --window 30s --scrape 15s --phase 2s",
      "      as a scraper would have seen it that comes every 15 s, first after 2 s",
      "  lab replay RUN --window 30s --function irate --dialect 2.42",
      "  lab replay RUN --window 1m --range smoothed --dialect 3.x",
      "  lab replay RUN --window 5m --function resets",
      "      how often the counter began anew: 0 unless the target was restarted",
      "",
      "With such options the report goes into RUN/replay, unless --out says where."
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "A run directory, as lab run printed it.")
  private Path directory = Path.of("");

  @Mixin private ViewOptions view = new ViewOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes. Default: into the run directory.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Recording recorded = RecordingReader.read(directory);
    view.refuseNonsense(recorded);
    Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    Recording seen = view.any() ? seen(recorded, console) : recorded;
    Analysis analysis = Analyst.analyse(seen);
    console.summary(analysis, seen, reportDirectory());
    view.fragment().ifPresent(fragment -> console.result(link(fragment)));
    return ExitCode.of(analysis.status()).code();
  }

  private Recording seen(Recording recorded, Console console) {
    warnOfNarrowWindows(recorded, console);
    PrintWriter lines = spec.commandLine().getOut();
    Recording seen =
        Reseen.of(recorded, view.windows(recorded), view.grid(recorded), view.dialect(recorded));
    List<String> table =
        view.function().measures()
            ? new ShapeTable(recorded, view).lines()
            : new CountTable(seen, view.function()).lines();
    table.forEach(lines::println);
    lines.flush();
    return seen;
  }

  private String link(String fragment) {
    Path report = reportDirectory().resolve("report.html");
    return "The report's curves as in the table: " + report.toUri() + fragment;
  }

  private void warnOfNarrowWindows(Recording recorded, Console console) {
    Duration interval = view.interval(recorded);
    for (Duration window : view.windows(recorded)) {
      if (WindowWidth.of(window, interval) != WindowWidth.SHOWS_ALWAYS) {
        console.warn(
            "--window "
                + WindowWidth.explainAndAdvise(
                    nominal(recorded, window), nominal(recorded, interval)));
      }
    }
  }

  private static Duration nominal(Recording recorded, Duration actual) {
    return recorded.scenario().nominal(actual);
  }

  private Path reportDirectory() {
    if (out != null) {
      return out;
    }
    return view.any() ? directory.resolve("replay") : directory;
  }
}
