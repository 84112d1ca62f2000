package ratelab.experiments.lab.docker;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import ratelab.experiments.lab.ExporterGate;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.scenario.Disturbance;
import ratelab.experiments.scenario.Disturbance.Act;
import ratelab.experiments.scenario.Scenario;

/**
 * On which way scrapes come to the exporter.
 *
 * @param forLab where the lab scrapes, from this machine
 * @param forPrometheus where Prometheus does, from its container
 * @param gate what lets scrapes fail or wait, if the run is disturbed
 */
record ScrapeRoute(URI forLab, URI forPrometheus, Optional<ExporterGate> gate) {
  private static final URI ON_NETWORK =
      URI.create(
          "http://"
              + ExporterContainer.NAME
              + ":"
              + ExporterContainer.PORT
              + ExporterContainer.PATH);

  /**
   * For a run that nothing disturbs.
   *
   * @param exporter where this machine reaches it
   */
  static ScrapeRoute straight(URI exporter) {
    return new ScrapeRoute(exporter, ON_NETWORK, Optional.empty());
  }

  /**
   * For a run that is disturbed.
   *
   * @param exporter where this machine reaches it
   * @param gateway this machine's address on the network of the containers; empty if the engine is
   *     elsewhere, or in a virtual machine
   * @param prometheus whether a Prometheus takes part
   * @throws LabException if its scrapes cannot be disturbed, and the scenario says so
   */
  static ScrapeRoute throughGate(
      URI exporter, Optional<InetAddress> gateway, Scenario scenario, boolean prometheus) {
    if (prometheus
        && gateway.isEmpty()
        && scenario.disturbances().stream().anyMatch(ScrapeRoute::concernsScrapes)) {
      throw new LabException(
          "the lab cannot disturb what a Prometheus scrapes in its container, for the engine's"
              + " network is not on this machine; play '"
              + scenario.name()
              + "' with --prometheus none, or with --lab local on Linux");
    }
    ExporterGate gate =
        ExporterGate.open(gateway.orElseGet(InetAddress::getLoopbackAddress), exporter);
    return new ScrapeRoute(
        gate.url(), gateway.isPresent() ? gate.url() : ON_NETWORK, Optional.of(gate));
  }

  private static boolean concernsScrapes(Disturbance disturbance) {
    return !disturbance.act().endsTarget() && disturbance.act() != Act.RESTART_PROMETHEUS;
  }
}
