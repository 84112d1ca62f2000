package ratelab.experiments.lab;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Scenario;

/** Everything that runs beside the load, ready. Each lab sets its own. */
public interface Stage {
  /** The lab's name in the recording. */
  String lab();

  /** Name and version of what takes part beyond what the members say themselves. */
  default Map<String, String> versions() {
    return Map.of();
  }

  /** The service under test. */
  Service target();

  /** What watches it. */
  Member exporter();

  /** What scrapes the exporter too, if it takes part. */
  Optional<PrometheusServer> prometheus();

  /** The lab's own scrapes. */
  Scraping scraping();

  /**
   * What can be done to a run on this stage.
   *
   * @param lifetime closes what is started meanwhile
   * @param watch is told which members the run needs
   * @throws LabException if this lab cannot do such things; with the remedy
   */
  default Interventions interventions(Scenario scenario, Lifetime lifetime, RunWatch watch) {
    throw new LabException(
        "the "
            + lab()
            + " lab cannot disturb a run, and '"
            + scenario.name()
            + "' has disturbances; play it with --lab local");
  }

  /** Starts the load; closed, it has ended. */
  RunningLoad start(Load load);

  /** The service under test. */
  interface Service {
    /** What it runs in. */
    Member process();

    /** Where it answers this process. */
    URI url();

    /** Where it logs what it handled. */
    Path handlerLog();
  }

  /** A load under way. */
  interface RunningLoad extends AutoCloseable {
    /** What it runs in. */
    Member process();

    /** Brings the results of an ended load into the run directory, unless it wrote them there. */
    default void collect() {}

    @Override
    void close();
  }
}
