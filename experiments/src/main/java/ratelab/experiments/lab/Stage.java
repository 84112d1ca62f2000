package ratelab.experiments.lab;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Scenario;

/**
 * Everything that runs beside the load: started in this order, and ended in the reverse one.
 *
 * @param guardian starts processes
 * @param target the service under test
 * @param exporter watches it
 * @param prometheus scrapes the exporter too, if it takes part
 * @param scraping the lab's own scrapes
 */
record Stage(
    Guardian guardian,
    TargetProcess target,
    ExporterProcess exporter,
    Optional<PrometheusProcess> prometheus,
    Scraping scraping) {
  /**
   * Starts everything and waits until it is ready.
   *
   * @param lifetime closes it
   * @throws LabException if something cannot be started
   */
  static Stage set(Lifetime lifetime, Setup setup, Scenario scenario, LabListener listener) {
    Optional<Path> prometheus = PrometheusExecutable.of(setup.prometheus(), listener);
    makeDirectories(setup.run());
    Guardian guardian =
        lifetime.add(Guardian.start(setup.run().logs().resolve("guardian.err.log")));
    TargetProcess target = lifetime.add(TargetProcess.start(guardian, setup, scenario.target()));
    ExporterProcess exporter =
        lifetime.add(ExporterProcess.start(guardian, setup, target.identity()));
    Duration interval = scenario.scrapeInterval();
    return new Stage(
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
                setup.clock())));
  }

  /** The logs' directory exists exactly in directories that hold a run. */
  private static void makeDirectories(RunDirectory run) {
    try {
      Files.createDirectories(run.path());
      Files.createDirectory(run.logs());
    } catch (FileAlreadyExistsException e) {
      throw new LabException(run.path() + " holds a run already; give another directory", e);
    } catch (IOException e) {
      throw new LabException(
          "cannot make the run directory " + run.path() + ": " + e + "; give another one", e);
    }
  }
}
