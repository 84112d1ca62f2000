package ratelab.exporter.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import ratelab.exporter.http.config.WebConfigWatch;
import ratelab.exporter.http.tls.ReplaceableContext;

/** The running server. */
public final class WebServer implements AutoCloseable {
  /** Connections that may wait to be accepted. */
  private static final int BACKLOG = 128;

  /** A client under TLS can keep the JDK's server from stopping; nobody waits for that. */
  private static final Duration STOP_LIMIT = Duration.ofMillis(500);

  private final HttpServer server;
  private final ExchangeThreads threads;
  private final WebConfigWatch config;
  private final String url;

  private WebServer(HttpServer server, ExchangeThreads threads, WebConfigWatch config, String url) {
    this.server = server;
    this.threads = threads;
    this.config = config;
    this.url = url;
  }

  /**
   * Binds and serves.
   *
   * @param config closed with the server
   * @throws IOException if the address cannot be bound; the message names it and the remedy
   */
  public static WebServer start(ListenAddress address, WebConfigWatch config, Routes routes)
      throws IOException {
    return start(address, config, routes, ExchangeThreads.Limits.DEFAULT);
  }

  static WebServer start(
      ListenAddress address, WebConfigWatch config, Routes routes, ExchangeThreads.Limits limits)
      throws IOException {
    ServerLimits.apply();
    boolean withTls = config.get().tls().isPresent();
    HttpServer server = bind(address, withTls);
    if (server instanceof HttpsServer https) https.setHttpsConfigurator(configurator(config));
    ExchangeThreads threads = ExchangeThreads.start(limits);
    server.setExecutor(threads);
    server.createContext("/", new FrontDoor(config, threads, routes));
    server.start();
    String scheme = withTls ? "https" : "http";
    return new WebServer(
        server, threads, config, address.url(scheme, server.getAddress().getPort()));
  }

  private static HttpServer bind(ListenAddress address, boolean withTls) throws IOException {
    try {
      InetSocketAddress socket = address.resolve();
      return withTls ? HttpsServer.create(socket, BACKLOG) : HttpServer.create(socket, BACKLOG);
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on %s:%d: %s; end what listens there or choose another -web.listen-address"
              .formatted(address.host(), address.port(), e.getMessage()),
          e);
    }
  }

  private static HttpsConfigurator configurator(WebConfigWatch config) {
    return new HttpsConfigurator(new ReplaceableContext(config::tls)) {
      // The context makes engines that are set up already; the default would undo that.
      @Override
      public void configure(HttpsParameters parameters) {}
    };
  }

  /** Where the server is, with the port really bound and without a path. */
  public String url() {
    return url;
  }

  /** Closes at once, open exchanges too. */
  @Override
  public void close() {
    threads.close();
    config.close();
    Thread stopping = Thread.ofPlatform().name("stop").daemon().start(() -> server.stop(0));
    try {
      stopping.join(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
