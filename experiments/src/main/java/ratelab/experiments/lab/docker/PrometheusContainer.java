package ratelab.experiments.lab.docker;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import ratelab.experiments.lab.Await;
import ratelab.experiments.lab.Await.Look;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.PrometheusConfig;
import ratelab.experiments.lab.PrometheusServer;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.oracle.PrometheusClient;

/** A real Prometheus that scrapes the exporter. */
final class PrometheusContainer implements PrometheusServer, AutoCloseable {
  /** The public image: a long-term support release. */
  static final String IMAGE = "prom/prometheus:v3.5.0";

  private static final String NAME = "prometheus";
  private static final int PORT = 9090;
  private static final String CONFIG = "/etc/prometheus/prometheus.yml";

  private final Setup setup;
  private volatile ContainerMember process;
  private volatile PrometheusClient client;

  private PrometheusContainer(Setup setup, ContainerMember process) {
    this.setup = setup;
    this.process = process;
    this.client = clientOf(process);
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param exporter what it scrapes, as its network has it
   */
  static PrometheusContainer start(
      RunContainers containers, Setup setup, UsedImage image, URI exporter, Duration interval) {
    GenericContainer<?> container = containers.of(NAME, image, List.of(PORT), _ -> {});
    container
        .withCopyToContainer(Transferable.of(PrometheusConfig.of(exporter, interval)), CONFIG)
        .withCommand("--config.file=" + CONFIG, "--storage.tsdb.path=/prometheus");
    PrometheusContainer server =
        new PrometheusContainer(setup, ContainerMember.start(NAME, container, setup.run().logs()));
    server.awaitReady();
    return server;
  }

  /** Ends it. */
  void end() {
    client.close();
    process.stop();
  }

  /**
   * Starts it once more on the same data, after it has ended, and waits until it is ready.
   *
   * @param name what messages call it from now on
   */
  void startAnew(String name) {
    process = process.startAnew(name, setup.run().logs());
    // A port that is published anew may be another one.
    client = clientOf(process);
    awaitReady();
  }

  @Override
  public ContainerMember process() {
    return process;
  }

  @Override
  public PrometheusClient client() {
    return client;
  }

  private static PrometheusClient clientOf(ContainerMember process) {
    return new PrometheusClient(process.url(PORT, ""));
  }

  private void awaitReady() {
    Await.until("Prometheus to get ready", setup.readyWithin(), this::look);
  }

  private Look<Boolean> look() {
    process.ensureAlive();
    try {
      return client.ready() ? new Seen<>(true) : new NotYet<>(process.lastWords());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while waiting for Prometheus to get ready", e);
    }
  }

  @Override
  public void close() {
    client.close();
    process.close();
  }
}
