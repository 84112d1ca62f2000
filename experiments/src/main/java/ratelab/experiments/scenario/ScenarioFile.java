package ratelab.experiments.scenario;

import java.util.List;

/**
 * What was read from a scenario file.
 *
 * @param scenario the scenario, with defaults filled in
 * @param warnings what can be played but hardly be meant, one line each with file, line and reason
 */
public record ScenarioFile(Scenario scenario, List<String> warnings) {
  public ScenarioFile {
    warnings = List.copyOf(warnings);
  }
}
