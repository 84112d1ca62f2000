package ratelab.experiments.lab.docker;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ratelab.experiments.lab.Member;
import ratelab.experiments.lab.Scraping;
import ratelab.experiments.lab.Stage;
import ratelab.experiments.scenario.Load;

/**
 * The stage of containers on one network.
 *
 * @param versions what takes part
 */
record DockerStage(
    Service target,
    Member exporter,
    Optional<Server> prometheus,
    Scraping scraping,
    Function<Load, RunningLoad> loads,
    Map<String, String> versions)
    implements Stage {
  DockerStage {
    versions = Map.copyOf(versions);
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
