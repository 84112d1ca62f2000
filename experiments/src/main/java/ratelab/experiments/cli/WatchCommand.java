package ratelab.experiments.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ratelab.experiments.lab.ProcessWatch;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.ScenarioException;

/** {@code lab watch}. */
@Command(
    name = "watch",
    description = "Shows the CPU rate of a running process as Prometheus would draw it, live.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  lab watch --pid 1234",
      "  lab watch --pid 1234 --window 1m --scrape 5s",
      "  lab watch --pid $(pgrep -n node) > cpu.txt     a line a scrape",
      "",
      "It ends with the process, or with Ctrl-C (exit code 130). The process is not disturbed."
    })
final class WatchCommand implements Callable<Integer> {
  private static final int WIDTH = 70;
  private static final int HEIGHT = 8;
  private static final BlockChart CHART = new BlockChart(WIDTH, HEIGHT);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--pid", paramLabel = "PID", required = true, description = "The process.")
  private long pid;

  @Option(
      names = "--window",
      paramLabel = "W",
      defaultValue = "30s",
      description = "Rate window. Default: ${DEFAULT-VALUE}.")
  private Duration window = Duration.ZERO;

  @Option(
      names = "--scrape",
      paramLabel = "S",
      defaultValue = "1s",
      description = "Time between scrapes. Default: ${DEFAULT-VALUE}.")
  private Duration scrape = Duration.ZERO;

  private final Deque<OptionalDouble> curve = new ArrayDeque<>();
  private int drawn;

  @Override
  public Integer call() throws InterruptedException {
    refuse();
    Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    ProcessWatch watch = new ProcessWatch(pid, scrape, window);
    try (var _ = Interruption.of(Thread.currentThread(), console)) {
      watch.run(reading -> show(reading, console));
    }
    console.line("process %d has ended".formatted(pid));
    return ExitCode.PASS.code();
  }

  private void refuse() {
    if (pid < 1) {
      throw new ScenarioException("--pid " + pid + ": expected the number of a process");
    }
    if (scrape.compareTo(Duration.ofMillis(100)) < 0) {
      throw new ScenarioException(
          "--scrape %s: the watch itself would show in the CPU; give 100ms or more"
              .formatted(Durations.print(scrape)));
    }
    if (window.compareTo(scrape.multipliedBy(2)) < 0) {
      throw new ScenarioException(
          "--window %s: a rate needs two samples, so with --scrape %s give %s or more"
              .formatted(
                  Durations.print(window),
                  Durations.print(scrape),
                  Durations.print(scrape.multipliedBy(2))));
    }
  }

  private void show(ProcessWatch.Reading reading, Console console) {
    String line =
        "%s  pid %d  rate[%s] %s  irate %s"
            .formatted(
                ProgressLine.time(reading.timeMillis()),
                pid,
                Durations.print(window),
                cores(reading.cores()),
                cores(reading.latestCores()));
    if (!console.isTerminal()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(line);
      out.flush();
      return;
    }
    curve.addLast(reading.cores());
    while (curve.size() > WIDTH) {
      curve.removeFirst();
    }
    List<String> lines = new ArrayList<>(CHART.draw(List.copyOf(curve)));
    lines.add(line);
    console.redraw(lines, drawn);
    drawn = lines.size();
  }

  private static String cores(OptionalDouble value) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%.6f cores", value.getAsDouble())
        : "no value yet";
  }
}
