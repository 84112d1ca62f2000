package ratelab.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.ScenarioFile;

/** {@code lab list}. */
@Command(
    name = "list",
    description = "Lists the built-in scenarios and their variants.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    for (ScenarioFile entry : BuiltInScenarios.entries()) {
      spec.commandLine().getOut().printf("%-32s %s%n", entry.name(), entry.about());
      for (Scenario variant : entry.variants()) {
        spec.commandLine().getOut().printf("  %-30s %s%n", variant.name(), variant.about());
      }
    }
    spec.commandLine().getOut().println();
    spec.commandLine()
        .getOut()
        .println(
            "lab run NAME plays one; where there are only variants, all of them. NAME/all plays"
                + " what is there. lab scenario show NAME prints the file, to copy and change.");
  }
}
