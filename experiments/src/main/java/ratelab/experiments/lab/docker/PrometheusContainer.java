package ratelab.experiments.lab.docker;

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
import ratelab.experiments.lab.Setup;
import ratelab.experiments.lab.Stage;
import ratelab.experiments.oracle.PrometheusClient;

/**
 * A real Prometheus that scrapes the exporter over the run's network.
 *
 * @param process its container
 * @param client asks it
 */
record PrometheusContainer(ContainerMember process, PrometheusClient client)
    implements Stage.Server, AutoCloseable {
  /** The public image: a long-term support release. */
  static final String IMAGE = "prom/prometheus:v3.5.0";

  private static final String NAME = "prometheus";
  private static final int PORT = 9090;
  private static final String CONFIG = "/etc/prometheus/prometheus.yml";

  /** Starts it and waits until it is ready. */
  static PrometheusContainer start(
      RunContainers containers, Setup setup, UsedImage image, Duration interval) {
    GenericContainer<?> container = containers.of(NAME, image, List.of(PORT), _ -> {});
    String config =
        PrometheusConfig.of(
            ExporterContainer.NAME + ":" + ExporterContainer.PORT,
            ExporterContainer.PATH,
            interval);
    container
        .withCopyToContainer(Transferable.of(config), CONFIG)
        .withCommand("--config.file=" + CONFIG, "--storage.tsdb.path=/prometheus");
    ContainerMember member = ContainerMember.start(NAME, container, setup.run().logs());
    PrometheusClient client = new PrometheusClient(member.url(PORT, ""));
    return new PrometheusContainer(member, client).ready(setup.readyWithin());
  }

  private PrometheusContainer ready(Duration within) {
    return Await.until("Prometheus to get ready", within, this::look);
  }

  private Look<PrometheusContainer> look() {
    process.ensureAlive();
    try {
      return client.ready() ? new Seen<>(this) : new NotYet<>(process.lastWords());
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
