package ratelab.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.ScenarioException;
import ratelab.experiments.scenario.ScenarioFile;
import ratelab.experiments.scenario.ScenarioReader;

/** Turns what the command line names into scenarios. */
final class ScenarioChoice {
  private final Console console;

  /**
   * @param console gets the files' warnings
   */
  ScenarioChoice(Console console) {
    this.console = console;
  }

  /**
   * The scenarios.
   *
   * @param names built-in names and files, each with its variant or without
   * @param all the whole catalogue
   */
  List<Scenario> of(List<String> names, boolean all) {
    if (all && !names.isEmpty()) {
      throw new ScenarioException(
          "--all plays the whole catalogue, " + names.getFirst() + " one of it: choose one");
    }
    if (!all && names.isEmpty()) {
      throw new ScenarioException("which scenario? `lab list` shows them, --all plays everything");
    }
    if (all) {
      return BuiltInScenarios.list();
    }
    List<Scenario> scenarios = new ArrayList<>();
    names.forEach(name -> scenarios.addAll(of(name)));
    return scenarios;
  }

  /** A file comes before a built-in scenario of the same name. */
  private List<Scenario> of(String name) {
    if (isFile(name) || looksLikeFile(name)) {
      return read(Path.of(name)).played();
    }
    int slash = name.lastIndexOf('/');
    if (slash > 0 && isFile(name.substring(0, slash))) {
      return read(Path.of(name.substring(0, slash))).variant(name.substring(slash + 1));
    }
    return slash < 0
        ? BuiltInScenarios.entry(name).played()
        : BuiltInScenarios.entry(name.substring(0, slash)).variant(name.substring(slash + 1));
  }

  private static boolean isFile(String name) {
    return Files.isRegularFile(Path.of(name));
  }

  private static boolean looksLikeFile(String name) {
    return name.endsWith(".yaml")
        || name.endsWith(".yml")
        || (Files.exists(Path.of(name)) && !BuiltInScenarios.names().contains(name));
  }

  private ScenarioFile read(Path file) {
    ScenarioFile read = ScenarioReader.read(file);
    read.warnings().forEach(console::warn);
    return read;
  }
}
