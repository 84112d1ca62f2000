package ratelab.experiments.lab.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import ratelab.experiments.lab.Await;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.oracle.OracleException;
import ratelab.experiments.oracle.PrometheusClient;

/** A Prometheus that a user has, and that has scraped an exporter for some time. */
record OwnPrometheus(Process process, URI url) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static OwnPrometheus start(Path executable, URI exporter, Path directory) throws IOException {
    Path config =
        Files.writeString(
            directory.resolve("prometheus.yml"),
            """
            scrape_configs:
              - job_name: mine
                scrape_interval: 250ms
                scrape_timeout: 250ms
                metrics_path: %s
                static_configs: [{targets: ["%s"]}]
            """
                .formatted(exporter.getPath(), exporter.getAuthority()));
    String address = "127.0.0.1:" + freePort();
    Process process =
        new ProcessBuilder(
                executable.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=" + address)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("prometheus.log").toFile())
            .start();
    OwnPrometheus server = new OwnPrometheus(process, URI.create("http://" + address));
    server.awaitSamples();
    return server;
  }

  private void awaitSamples() {
    try (PrometheusClient client = new PrometheusClient(url)) {
      Await.until(
          "a few scrapes",
          PATIENCE,
          () -> {
            try {
              long now = System.currentTimeMillis();
              return client.samples("up{job=\"mine\"}", now - 2000, now).stream()
                      .anyMatch(up -> up.samples().size() > 3)
                  ? new Seen<>(true)
                  : new NotYet<>("too few");
            } catch (OracleException e) {
              return new NotYet<>(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          });
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
