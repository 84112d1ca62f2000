package ratelab.experiments.lab.docker;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ratelab.experiments.lab.ExporterGate;
import ratelab.experiments.lab.Interventions;
import ratelab.experiments.lab.Lifetime;
import ratelab.experiments.lab.Member;
import ratelab.experiments.lab.PrometheusServer;
import ratelab.experiments.lab.RunWatch;
import ratelab.experiments.lab.Scraping;
import ratelab.experiments.lab.Stage;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Scenario;

/**
 * The stage of containers on one network.
 *
 * @param starter starts containers, also during the run
 * @param target the service under test
 * @param watcher the exporter that watches it
 * @param gate stands before the exporter of a run that is disturbed
 * @param server a real Prometheus that scrapes the exporter too, if it takes part
 * @param scraping the lab's own scrapes
 * @param made what the stage is made with
 */
record DockerStage(
    MemberStarter starter,
    TargetContainer target,
    ExporterContainer watcher,
    Optional<ExporterGate> gate,
    Optional<PrometheusContainer> server,
    Scraping scraping,
    Map<String, String> made)
    implements Stage {
  DockerStage {
    made = Map.copyOf(made);
  }

  @Override
  public Map<String, String> versions() {
    Map<String, String> all = new TreeMap<>(made);
    starter.throttling().total().ifPresent(limit -> all.putAll(limit.lines()));
    return all;
  }

  @Override
  public String lab() {
    return "docker";
  }

  @Override
  public Member exporter() {
    return watcher.process();
  }

  @Override
  public Optional<PrometheusServer> prometheus() {
    return server.map(found -> found);
  }

  @Override
  public Interventions interventions(Scenario scenario, Lifetime lifetime, RunWatch watch) {
    return new DockerInterventions(this, gate.orElseThrow(), lifetime, watch);
  }

  @Override
  public RunningLoad start(Load load) {
    return starter.load(load);
  }
}
