package ratelab.experiments.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab doctor}. */
@Command(
    name = "doctor",
    description = "Says what was found on this machine, what is missing, and how to get it.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (Finding finding : Machine.examine()) {
      out.printf(
          "%-7s %-16s %s%n", finding.found() ? "found" : "missing", finding.name(), finding.text());
    }
    out.flush();
  }
}
