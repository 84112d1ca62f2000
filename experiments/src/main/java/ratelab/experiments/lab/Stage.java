package ratelab.experiments.lab;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.time.Duration;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeClock;

/**
 * Everything that runs beside the load: started in this order, and ended in the reverse one.
 *
 * @param guardian starts processes
 * @param target the service under test
 * @param exporter watches it
 * @param scraping the lab's own scrapes
 */
record Stage(Guardian guardian, TargetProcess target, ExporterProcess exporter, Scraping scraping) {
  /**
   * Starts everything and waits until it is ready.
   *
   * @param lifetime closes it
   * @param readyWithin deadline for each process
   * @throws LabException if something cannot be started
   */
  static Stage set(
      Lifetime lifetime,
      Apps apps,
      Scenario scenario,
      RunDirectory run,
      Duration readyWithin,
      ScrapeClock clock) {
    makeDirectories(run);
    Guardian guardian = lifetime.add(Guardian.start(run.logs().resolve("guardian.err.log")));
    TargetProcess target =
        lifetime.add(TargetProcess.start(guardian, apps, scenario.target(), run, readyWithin));
    ExporterProcess exporter =
        lifetime.add(ExporterProcess.start(guardian, apps, target.identity(), run, readyWithin));
    IndependentCpu cpu = new IndependentCpu(target.process().pid());
    Scraping scraping =
        lifetime.add(new Scraping(exporter.url(), scenario.scrapeInterval(), cpu, clock));
    return new Stage(guardian, target, exporter, scraping);
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
