package ratelab.loadgen.run;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import ratelab.loadgen.plan.CommandLineReader;
import ratelab.loadgen.plan.Invocation;
import ratelab.loadgen.plan.Outputs;
import ratelab.loadgen.plan.Plan;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.record.RunResult;
import ratelab.loadgen.record.Totals;
import ratelab.loadgen.report.HeySummary;
import ratelab.loadgen.report.JsonReport;
import ratelab.loadgen.results.ResultCommands;

/** The load generator as a function from arguments to exit code. */
public final class Loadgen {
  private static final int OVER = 0;
  private static final int CANNOT_WRITE = 1;
  private static final int FAILED = 3;
  private static final int TERMINATED = 143;

  private final Terminal terminal;
  private final Signals signals;
  private final String version;

  /**
   * @param version of this program
   */
  public Loadgen(Terminal terminal, Signals signals, String version) {
    this.terminal = terminal;
    this.signals = signals;
    this.version = version;
  }

  /** Does what the arguments say; the exit codes are those that the help lists. */
  public int run(String... args) throws InterruptedException {
    return switch (new CommandLineReader(version).read(args)) {
      case Invocation.Answer answer -> {
        terminal.out().print(answer.text());
        yield OVER;
      }
      case Invocation.Refusal refusal -> {
        complain(refusal.message());
        yield refusal.exitCode();
      }
      case Invocation.OnResults command -> run(command);
      case Invocation.Load load -> {
        load.notes().forEach(this::complain);
        yield run(load.plan());
      }
    };
  }

  private int run(Invocation.OnResults command) {
    try {
      ResultCommands.Answer answer =
          ResultCommands.valueOf(command.name().toUpperCase(Locale.ROOT)).run(command.words());
      terminal.out().print(answer.out());
      answer.failures().forEach(failure -> complain("failed: " + failure));
      return answer.failures().isEmpty() ? OVER : FAILED;
    } catch (IOException | IllegalArgumentException e) {
      complain(String.valueOf(e.getMessage()));
      return CANNOT_WRITE;
    }
  }

  private int run(Plan plan) throws InterruptedException {
    try {
      if (plan.processors().isPresent()) {
        Processors.keepTo(plan.processors().getAsInt());
      }
      if (plan.sweep().isPresent()) {
        return new SweepRun(plan, plan.sweep().get(), terminal).drive(signals, version)
            ? TERMINATED
            : OVER;
      }
      LoadRun run = new LoadRun(plan, terminal);
      RunResult result = run.drive(signals);
      print(plan.outputs().stdout(), result);
      warnIfNothingWasAnswered(result.totals());
      run.complete(result, version);
      return run.terminated() ? TERMINATED : judge(plan, result);
    } catch (IOException e) {
      complain(String.valueOf(e.getMessage()));
      return CANNOT_WRITE;
    }
  }

  private int judge(Plan plan, RunResult result) {
    List<String> failures =
        plan.failIf().stream().flatMap(condition -> condition.check(result).stream()).toList();
    failures.forEach(failure -> complain("failed: " + failure));
    return failures.isEmpty() ? OVER : FAILED;
  }

  private void print(Outputs.Stdout stdout, RunResult result) throws IOException {
    switch (stdout) {
      case SUMMARY -> terminal.out().print(HeySummary.of(result));
      case JSON -> terminal.out().print(JsonReport.of(result, version));
      case CSV -> {
        // Streamed while the load ran.
      }
    }
    if (terminal.out().checkError()) {
      throw new IOException(
          "cannot write to standard output: its reader has gone or its disk is full");
    }
  }

  private void warnIfNothingWasAnswered(Totals totals) {
    if (totals.sent() > 0 && totals.count(Outcome.OK) == 0) {
      complain("no request was answered, of " + totals.sent() + " sent: is this the right URL?");
    }
  }

  private void complain(String message) {
    terminal.err().println("loadgen: " + message);
  }
}
