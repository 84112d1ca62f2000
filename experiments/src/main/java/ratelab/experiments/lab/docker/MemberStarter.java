package ratelab.experiments.lab.docker;

import java.net.URI;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Scenario;

/**
 * Starts the containers of one run, for the first time and anew.
 *
 * @param setup where and with what
 * @param scenario what they are to do
 * @param containers describes them
 * @param images what they are made of
 * @param namespace where exporter and target see each other
 * @param throttling how the targets were throttled
 */
record MemberStarter(
    Setup setup,
    Scenario scenario,
    RunContainers containers,
    RunImages images,
    PauseContainer namespace,
    ThrottlingMeter throttling) {
  /** The service under test; {@code name} is what messages call it. */
  TargetContainer target(String name) {
    return TargetContainer.start(
        containers, setup, scenario.target(), images.target(), namespace, throttling, name);
  }

  /** What watches the process that has the number {@code target} in the namespace. */
  ExporterContainer exporter(String target, String name) {
    return ExporterContainer.start(
        containers, setup, images.exporter(), namespace::adopt, target, name);
  }

  /** A real Prometheus that scrapes {@code exporter}. */
  PrometheusContainer prometheus(UsedImage image, URI exporter) {
    return PrometheusContainer.start(containers, setup, image, exporter, scenario.scrapeInterval());
  }

  /** A load on the target. */
  LoadContainer load(Load load) {
    return LoadContainer.start(containers, setup, load, images.load(), TargetContainer.URL);
  }
}
