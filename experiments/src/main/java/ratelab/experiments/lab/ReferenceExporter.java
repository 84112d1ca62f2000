package ratelab.experiments.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.scenario.Counter;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeResult.Scraped;
import ratelab.experiments.scrape.Scraper;

/**
 * The reference process exporter beside ours, where a scenario compares with it and it is
 * installed. It cannot select by pid, so it takes the process of the target's name whose command
 * line has the run's handler log.
 *
 * @param process its process
 * @param url where it exposes its metrics
 */
record ReferenceExporter(ManagedProcess process, URI url) implements AutoCloseable {
  /** The group that its samples are recorded under. */
  static final String GROUP = ExporterConfig.TARGET + "-reference";

  /** As Debian calls it, and as it calls itself. */
  private static final List<String> NAMES =
      List.of("prometheus-process-exporter", "process-exporter");

  private static final Duration ANSWER = Duration.ofSeconds(5);

  /**
   * Starts it and waits until it is ready, if the scenario compares with it.
   *
   * @return empty if it does not, or if it is not installed, which the listener is told
   */
  static Optional<ReferenceExporter> start(
      Guardian guardian,
      Setup setup,
      TargetProcess target,
      Scenario scenario,
      LabListener listener) {
    if (scenario.expectations().stream().noneMatch(ReferenceExporter::compares)) {
      return Optional.empty();
    }
    Optional<Path> executable =
        NAMES.stream().map(HostCommand::onPath).flatMap(Optional::stream).findFirst();
    if (executable.isEmpty()) {
      listener.note(
          "The reference process exporter is not installed (Debian: apt install"
              + " prometheus-process-exporter): its counter is not compared.");
    }
    return executable.map(path -> start(guardian, setup, target, path));
  }

  private static boolean compares(Expectation expectation) {
    return expectation instanceof Expectation.CounterError error
        && error.counter() == Counter.REFERENCE;
  }

  private static ReferenceExporter start(
      Guardian guardian, Setup setup, TargetProcess target, Path executable) {
    String address = "127.0.0.1:" + PrometheusProcess.freePort();
    List<String> command =
        List.of(
            executable.toString(),
            "-config.path",
            writeConfig(setup, target).toString(),
            "-web.listen-address",
            address,
            "-threads=false",
            "-gather-smaps=false",
            "-children=false");
    ManagedProcess process =
        ManagedProcess.start(guardian, "reference exporter", command, setup.run().logs());
    URI url = URI.create("http://" + address + "/metrics");
    return new ReferenceExporter(process, url).ready(setup);
  }

  private ReferenceExporter ready(Setup setup) {
    try (Scraper scraper = new Scraper(url, ANSWER, setup.clock())) {
      return Await.until(
          "the reference exporter to answer",
          setup.readyWithin(),
          () -> {
            process.ensureAlive();
            return answers(scraper) ? new Seen<>(this) : new NotYet<>(process.lastWords());
          });
    }
  }

  private static boolean answers(Scraper scraper) {
    try {
      return scraper.scrape() instanceof Scraped;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while waiting for the reference exporter", e);
    }
  }

  private static Path writeConfig(Setup setup, TargetProcess target) {
    Path file = setup.run().path().resolve("reference.yaml");
    try {
      String name =
          Files.readString(Path.of("/proc", Long.toString(target.process().pid()), "comm")).strip();
      return Files.writeString(
          file,
          Stream.of(
                  "process_names:",
                  "  - name: " + GROUP,
                  "    comm: ['" + name + "']",
                  "    cmdline: ['" + Pattern.quote(target.handlerLog().toString()) + "']")
              .reduce("", (text, line) -> text + line + "\n"));
    } catch (IOException e) {
      throw new LabException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
