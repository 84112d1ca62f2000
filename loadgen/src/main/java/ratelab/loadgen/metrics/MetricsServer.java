package ratelab.loadgen.metrics;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import ratelab.loadgen.engine.Engine;
import ratelab.loadgen.record.Recorder;

/** Serves the metrics of one run on the loopback interface, while it lasts. */
public final class MetricsServer implements AutoCloseable {
  private final HTTPServer server;

  /**
   * Listens from now on.
   *
   * @param port of {@code http://127.0.0.1:port/metrics}; 0 for a free one
   * @throws IOException if the port is taken
   */
  public MetricsServer(int port, Engine engine, Recorder recorder) throws IOException {
    PrometheusRegistry registry = new PrometheusRegistry();
    registry.register(new RunMetrics(engine, recorder));
    try {
      server =
          HTTPServer.builder()
              .inetAddress(InetAddress.getLoopbackAddress())
              .port(port)
              .registry(registry)
              .buildAndStart();
    } catch (IOException e) {
      throw new IOException(
          "--metrics-port " + port + ": " + e.getMessage() + "; give another port", e);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
