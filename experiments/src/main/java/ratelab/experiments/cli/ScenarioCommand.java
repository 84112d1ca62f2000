package ratelab.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ratelab.experiments.scenario.BuiltInScenarios;

/** {@code lab scenario show NAME}. */
@Command(name = "scenario", description = "Shows scenario files.", mixinStandardHelpOptions = true)
final class ScenarioCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which part? Try: lab scenario show seed > mine.yaml");
  }

  @Command(
      name = "show",
      description = "Prints the file of a built-in scenario, to read or to copy.",
      mixinStandardHelpOptions = true)
  void show(@Parameters(paramLabel = "NAME", description = "See lab list.") String name) {
    spec.commandLine().getOut().print(BuiltInScenarios.text(name));
    spec.commandLine().getOut().flush();
  }
}
