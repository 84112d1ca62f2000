package ratelab.experiments.lab;

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
 * @param prometheus scrapes the exporter too, if it takes part
 * @param scraping the lab's own scrapes
 * @param setup where and with what
 */
record LocalStage(
    Guardian guardian,
    TargetProcess target,
    ExporterProcess watcher,
    Optional<Server> prometheus,
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
    Optional<Path> prometheus = PrometheusExecutable.of(setup.prometheus(), listener);
    RunFolders.make(setup.run());
    Guardian guardian =
        lifetime.add(Guardian.start(setup.run().logs().resolve("guardian.err.log")));
    TargetProcess target = lifetime.add(TargetProcess.start(guardian, setup, scenario.target()));
    ExporterProcess exporter =
        lifetime.add(ExporterProcess.start(guardian, setup, target.identity()));
    Duration interval = scenario.scrapeInterval();
    return new LocalStage(
        guardian,
        target,
        exporter,
        prometheus.map(
            executable ->
                lifetime.add(
                    PrometheusProcess.start(
                        guardian, setup, executable, exporter.url(), interval))),
        lifetime.add(
            new Scraping(
                exporter.url(),
                interval,
                new IndependentCpu(target.process().pid()),
                setup.clock())),
        setup);
  }

  @Override
  public String lab() {
    return "local";
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
