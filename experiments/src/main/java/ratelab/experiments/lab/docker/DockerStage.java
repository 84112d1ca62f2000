package ratelab.experiments.lab.docker;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import ratelab.experiments.lab.Member;
import ratelab.experiments.lab.Scraping;
import ratelab.experiments.lab.Stage;
import ratelab.experiments.scenario.Load;

/**
 * The stage of containers on one network.
 *
 * @param made what the stage is made with
 * @param throttling how the target was throttled
 */
record DockerStage(
    Service target,
    Member exporter,
    Optional<Server> prometheus,
    Scraping scraping,
    Function<Load, RunningLoad> loads,
    Map<String, String> made,
    Throttling throttling)
    implements Stage {
  /** What the record of the run calls the target's limit. */
  static final String CPU_LIMIT = "cpu limit of the target";

  DockerStage {
    made = Map.copyOf(made);
  }

  @Override
  public Map<String, String> versions() {
    Map<String, String> all = new TreeMap<>(made);
    throttling.limit().ifPresent(limit -> all.put(CPU_LIMIT, limit.text()));
    return all;
  }

  @Override
  public String lab() {
    return "docker";
  }

  @Override
  public RunningLoad start(Load load) {
    return loads.apply(load);
  }
}
