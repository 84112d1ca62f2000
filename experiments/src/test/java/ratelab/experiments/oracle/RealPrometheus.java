package ratelab.experiments.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import ratelab.experiments.RequiredTools;

/** The prometheus on PATH, scraping one target every second until it is closed. */
final class RealPrometheus implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final PrometheusClient client;
  private final Path log;

  private RealPrometheus(Process process, PrometheusClient client, Path log) {
    this.process = process;
    this.client = client;
    this.log = log;
  }

  /** Starts it; without one on PATH the calling test is skipped, or fails if it is required. */
  static RealPrometheus scraping(int targetPort, Path directory) throws Exception {
    Path program = RequiredTools.locate("prometheus", "prometheus");
    Path config = Files.writeString(directory.resolve("prometheus.yml"), config(targetPort));
    Path log = directory.resolve("prometheus.log");
    String address = "127.0.0.1:" + freePort();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=" + address)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    PrometheusClient client = new PrometheusClient(URI.create("http://" + address));
    RealPrometheus server = new RealPrometheus(process, client, log);
    server.awaitReady();
    return server;
  }

  PrometheusClient client() {
    return client;
  }

  /** By force: nobody needs its data any more. */
  @Override
  public void close() {
    client.close();
    process.destroyForcibly().onExit().join();
  }

  private void awaitReady() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!client.ready()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        assertThat(Files.readString(log)).as("log of a prometheus that is not ready").isEmpty();
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static String config(int targetPort) {
    return """
    global: {scrape_interval: 1s, scrape_timeout: 1s}
    scrape_configs:
    - job_name: target
      static_configs: [{targets: ['127.0.0.1:%d']}]
    """
        .formatted(targetPort);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
