package ratelab.experiments.lab;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Scenario;

/**
 * The stage of processes on this machine: started in this order, and ended in the reverse one.
 *
 * @param guardian starts processes
 * @param target the service under test
 * @param watcher the exporter that watches it
 * @param gate stands before the exporter of a run that is disturbed
 * @param server a real Prometheus that scrapes the exporter too, if it takes part
 * @param scraping the lab's own scrapes
 * @param setup where and with what
 */
record LocalStage(
    Guardian guardian,
    TargetProcess target,
    ExporterProcess watcher,
    Optional<ExporterGate> gate,
    Optional<PrometheusProcess> server,
    Scraping scraping,
    Setup setup)
    implements Stage {
  /**
   * Starts everything and waits until it is ready.
   *
   * @param lifetime closes it
   * @throws LabException if something cannot be started
   */
  static LocalStage set(Lifetime lifetime, Setup setup, Scenario scenario, LabListener listener) {
    Runtimes.missing(scenario.target())
        .ifPresent(
            reason -> {
              throw new LabException(reason);
            });
    Optional<Path> prometheus = PrometheusExecutable.of(setup.prometheus(), listener);
    RunFolders.make(setup.run());
    Guardian guardian =
        lifetime.add(Guardian.start(setup.run().logs().resolve("guardian.err.log")));
    TargetProcess target =
        lifetime.add(TargetProcess.start(guardian, setup, scenario, 0, "target"));
    ExporterProcess exporter =
        lifetime.add(ExporterProcess.start(guardian, setup, target.identity(), "exporter"));
    Optional<ExporterGate> gate =
        scenario.disturbances().isEmpty()
            ? Optional.empty()
            : Optional.of(
                lifetime.add(ExporterGate.open(InetAddress.getLoopbackAddress(), exporter.url())));
    URI scraped = gate.map(ExporterGate::url).orElse(exporter.url());
    Duration interval = scenario.scrapeInterval();
    Optional<ReferenceExporter> reference =
        ReferenceExporter.start(guardian, setup, target, scenario, listener).map(lifetime::add);
    Optional<PrometheusProcess> server =
        prometheus.map(
            executable ->
                lifetime.add(
                    PrometheusProcess.start(guardian, setup, executable, scraped, interval)));
    Scraping scraping =
        lifetime.add(
            new Scraping(
                scraped, interval, new IndependentCpu(target.process().pid()), setup.clock()));
    reference.ifPresent(other -> scraping.beside(other.url()));
    return new LocalStage(guardian, target, exporter, gate, server, scraping, setup);
  }

  @Override
  public String lab() {
    return "local";
  }

  @Override
  public Optional<PrometheusServer> prometheus() {
    return server.map(found -> found);
  }

  @Override
  public Interventions interventions(Scenario scenario, Lifetime lifetime, RunWatch watch) {
    return new LocalInterventions(this, gate.orElseThrow(), scenario, lifetime, watch);
  }

  @Override
  public Member exporter() {
    return watcher.process();
  }

  @Override
  public RunningLoad start(Load load) {
    return LoadProcess.start(guardian, setup, load, target.url());
  }
}
