package ratelab.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Scenario;

/** {@code lab list}. */
@Command(
    name = "list",
    description = "Lists the built-in scenarios.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    for (Scenario scenario : BuiltInScenarios.list()) {
      spec.commandLine().getOut().printf("%-16s %s%n", scenario.name(), scenario.about());
    }
    spec.commandLine().getOut().println();
    spec.commandLine()
        .getOut()
        .println(
            "lab run NAME plays one; lab scenario show NAME prints its file, to copy and change.");
  }
}
