package ratelab.experiments.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.report.suite.Suite;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Target;
import ratelab.experiments.scenario.Words;
import ratelab.experiments.suite.SuiteRun;
import ratelab.experiments.suite.SuiteRun.Outcome;

/** Plays several scenarios, tells of each in a line, and ends with the combined report. */
final class SeveralRuns {
  private final SuiteRun.Labs labs;
  private final Function<Target, Optional<String>> missing;
  private final int atOnce;
  private final String lab;
  private final Console console;

  /**
   * @param missing which targets the labs cannot run, and why
   * @param lab its name, for the report
   */
  SeveralRuns(
      SuiteRun.Labs labs,
      Function<Target, Optional<String>> missing,
      int atOnce,
      String lab,
      Console console) {
    this.labs = labs;
    this.missing = missing;
    this.atOnce = atOnce;
    this.lab = lab;
    this.console = console;
  }

  /**
   * Plays them.
   *
   * @param title what is played
   * @param out where everything goes; null: a new directory
   */
  ExitCode play(List<Scenario> scenarios, String title, @Nullable Path out)
      throws IOException, InterruptedException {
    Clock clock = Clock.systemUTC();
    Path directory = NewRunDirectory.create(out, "suite", clock);
    SuiteRun run = new SuiteRun(directory, atOnce, labs, missing);
    List<Outcome> outcomes;
    try (var _ = Interruption.of(Thread.currentThread(), console)) {
      outcomes = run.play(scenarios, new Lines());
    }
    String madeOn =
        "%s, %s lab, speed %s".formatted(clock.instant(), lab, scenarios.getFirst().speed());
    Path report = run.write(title, madeOn, outcomes);
    Suite suite = SuiteRun.suite(title, madeOn, outcomes);
    console.result(SuiteText.of(suite, report));
    return ExitCode.of(suite.status());
  }

  /** A line as each run begins and ends. */
  private final class Lines implements SuiteRun.Listener {
    @Override
    public void begins(Scenario scenario) {
      console.line("%s  %s begins".formatted(now(), scenario.name()));
    }

    @Override
    public void ended(Outcome outcome) {
      console.line("%s  %s %s".formatted(now(), outcome.scenario().name(), result(outcome)));
    }

    private static String now() {
      return ProgressLine.time(Clock.systemUTC().millis());
    }

    private static String result(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Played played -> "ends: " + word(played.analysis().status());
        case Outcome.Absent absent -> "is left out: " + absent.reason();
        case Outcome.Broken broken -> "broke: " + broken.reason();
      };
    }

    private static String word(Status status) {
      return Words.of(status);
    }
  }
}
