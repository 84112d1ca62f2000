package ratelab.exporter.http;

import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.exporter.common.PrometheusScrapeHandler;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.concurrent.Executors;

/** The running server. */
public final class MetricsServer implements AutoCloseable {
  /** Connections that may wait to be accepted; the library's own server would take three. */
  private static final int BACKLOG = 128;

  private final HttpServer server;
  private final String url;

  private MetricsServer(HttpServer server, String url) {
    this.server = server;
    this.url = url;
  }

  /**
   * Binds and serves the registry.
   *
   * @throws IOException if the address cannot be bound; the message names it and the remedy
   */
  public static MetricsServer start(
      ListenAddress address, String telemetryPath, PrometheusRegistry registry) throws IOException {
    ServerLimits.apply();
    HttpServer server = bind(address);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", new Routes(telemetryPath, new PrometheusScrapeHandler(registry)));
    server.start();
    return new MetricsServer(server, address.url(server.getAddress().getPort()) + telemetryPath);
  }

  private static HttpServer bind(ListenAddress address) throws IOException {
    try {
      return HttpServer.create(address.resolve(), BACKLOG);
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on %s:%d: %s; end what listens there or choose another -web.listen-address"
              .formatted(address.host(), address.port(), e.getMessage()),
          e);
    }
  }

  /** Where the metrics are, with the port really bound. */
  public String url() {
    return url;
  }

  /** Closes at once, open exchanges too. */
  @Override
  public void close() {
    server.stop(0);
  }
}
