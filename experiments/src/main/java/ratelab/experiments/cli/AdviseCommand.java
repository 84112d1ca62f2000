package ratelab.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ratelab.experiments.analysis.Shapes;
import ratelab.experiments.analysis.advice.SignalFacts;
import ratelab.experiments.analysis.advice.WindowAdvice;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingReader;
import ratelab.experiments.report.terminal.Columns;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.ScenarioException;

/** {@code lab advise}. */
@Command(
    name = "advise",
    description = "Says which rate window suits a scrape interval and a signal, and why.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  lab advise RUN                          for the signal and the scrapes of a recorded run",
      "  lab advise RUN --scrape 15s             ... if it were scraped every 15 s",
      "  lab advise --scrape 15s                 by the scrape interval alone",
      "  lab advise --scrape 15s --signal 0.0005 --load 1m",
      "",
      "It ends with a query, a scrape configuration and rules to paste."
    })
final class AdviseCommand implements Runnable {
  private static final int WIDTH = 100;

  /** User and system, in ticks of 10 ms. */
  private static final double TICKS_SECONDS = 0.02;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", arity = "0..1", description = "A run directory.")
  private @Nullable Path directory;

  @Option(
      names = "--scrape",
      paramLabel = "S",
      description = "Scrape interval. Default: the run's.")
  private @Nullable Duration scrape;

  @Option(
      names = "--signal",
      paramLabel = "CORES",
      description = "CPU rate above idle that should be seen. Default: the run's.")
  private @Nullable Double signal;

  @Option(
      names = "--load",
      paramLabel = "LENGTH",
      description = "The phase that a gate should judge. Default: the run's load.")
  private @Nullable Duration load;

  /**
   * What the advice is about.
   *
   * @param windows those that the run was looked at through
   */
  private record Subject(
      Duration interval,
      List<Duration> windows,
      Optional<SignalFacts> signal,
      String metric,
      String group) {}

  @Override
  public void run() {
    Subject subject = directory == null ? typed() : recorded(RecordingReader.read(directory));
    WindowAdvice advice = WindowAdvice.of(subject.interval(), subject.signal());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Use rate[%s] with scrapes every %s."
            .formatted(Durations.print(advice.window()), Durations.print(subject.interval())));
    advice.reasons().forEach(reason -> print(out, "- ", reason));
    WindowAdvice.tooShort(subject.windows(), subject.interval())
        .forEach(warning -> print(out, "! ", "The run's " + warning));
    advice.warnings().forEach(warning -> print(out, "! ", warning));
    out.println();
    portraits(subject.interval(), advice.window()).forEach(line -> print(out, "  ", line));
    snippets(out, subject, advice.window());
    out.flush();
  }

  private static List<String> portraits(Duration interval, Duration advised) {
    return Stream.of(
            interval,
            interval.multipliedBy(3).dividedBy(2),
            interval.multipliedBy(2),
            advised,
            Duration.ofMinutes(5))
        .distinct()
        .sorted()
        .map(w -> "rate[%s] %s.".formatted(Durations.print(w), WindowAdvice.portrait(w, interval)))
        .toList();
  }

  private void snippets(PrintWriter out, Subject subject, Duration window) {
    Optional<Double> alarm =
        subject.signal().filter(s -> s.cores() > 0).map(s -> s.idleCores() + s.cores() / 2);
    PrometheusSnippets snippets =
        new PrometheusSnippets(
            subject.metric(), subject.group(), window, subject.interval(), alarm);
    out.println();
    out.println("# Query");
    out.println(snippets.promQl());
    out.println();
    out.println("# prometheus.yml");
    out.print(snippets.scrapeConfig());
    out.println();
    out.println("# A file under rule_files");
    out.print(snippets.rules());
  }

  private static void print(PrintWriter out, String bullet, String text) {
    List<String> lines = Columns.wrap(text, WIDTH - bullet.length());
    out.println(bullet + lines.getFirst());
    lines.stream().skip(1).forEach(line -> out.println(" ".repeat(bullet.length()) + line));
  }

  private Subject typed() {
    if (scrape == null) {
      throw new ScenarioException(
          "advice needs a run directory or a scrape interval; try: lab advise --scrape 15s");
    }
    return new Subject(
        checked(scrape),
        List.of(),
        Optional.ofNullable(signal)
            .map(
                cores ->
                    new SignalFacts(
                        checked(cores), 0, 0, TICKS_SECONDS, Optional.ofNullable(load))),
        CpuCounter.TICKS.metric(),
        "my-service");
  }

  private Subject recorded(Recording recording) {
    Shapes shapes = Shapes.of(recording);
    SignalFacts facts = shapes.signalFacts();
    return new Subject(
        checked(scrape == null ? recording.scenario().scrapeInterval() : scrape),
        recording.scenario().windows(),
        Optional.of(
            new SignalFacts(
                signal == null ? facts.cores() : checked(signal),
                facts.idleCores(),
                facts.idleSpreadCores(),
                facts.quantumSeconds(),
                Optional.ofNullable(load).or(facts::phase))),
        shapes.metric(),
        recording.info().targetGroup());
  }

  private static Duration checked(Duration interval) {
    if (interval.toMillis() < 1 || interval.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new ScenarioException(
          "--scrape %s: give an interval from 1ms to 10m, such as 15s"
              .formatted(Durations.print(interval)));
    }
    return interval;
  }

  private static double checked(double cores) {
    if (!(cores > 0 && cores < 1e6)) {
      throw new ScenarioException(
          "--signal " + cores + ": give the rate above idle in cores, such as 0.2");
    }
    return cores;
  }
}
