package ratelab.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.ScenarioException;

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
    refuseVariant(name);
    spec.commandLine().getOut().print(BuiltInScenarios.text(name));
    spec.commandLine().getOut().flush();
  }

  /** A variant has no file of its own; its part alone would be no scenario. */
  private static void refuseVariant(String name) {
    int slash = name.indexOf('/');
    String entry = name.substring(0, Math.max(0, slash));
    if (BuiltInScenarios.names().contains(entry)) {
      BuiltInScenarios.entry(entry).variant(name.substring(slash + 1));
      throw new ScenarioException(
          "'%s' stands in the file of %s: `lab scenario show %s` prints it, `lab run %s` plays it"
              .formatted(name, entry, entry, name));
    }
  }
}
