package ratelab.sampleapp;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Javalin, set up to be still: it never gives up a waiting request, and when idle it does next to
 * nothing, because its idle CPU is the floor under every curve.
 */
final class HttpServer implements AutoCloseable {
  // Handlers never run on these threads, so a few are enough for any number of requests.
  private static final int THREADS = 8;

  private final Javalin javalin;

  private HttpServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /** Starts a server that answers on the given socket, and owns it from here on. */
  static HttpServer start(ServerSocketChannel socket, Consumer<RoutesConfig> routes) {
    var javalin =
        Javalin.create(
            config -> {
              routes.accept(config.routes);
              beQuick(config);
              beStill(config);
              config.jetty.addConnector((server, http) -> connector(server, http, socket));
            });
    return new HttpServer(javalin.start());
  }

  int port() {
    return javalin.port();
  }

  /** Closes all connections, without an answer to those who wait for one, and stops. */
  @Override
  public void close() {
    Server jetty = javalin.jettyServer().server();
    for (Connector connector : jetty.getConnectors()) {
      connector.getConnectedEndPoints().forEach(EndPoint::close);
    }
    javalin.stop();
  }

  private static void beQuick(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
  }

  private static void beStill(JavalinConfig config) {
    var threads = new QueuedThreadPool(THREADS, THREADS, 0); // 0: idle threads need no timer
    threads.setName("http");
    threads.setReservedThreads(0);
    config.jetty.threadPool = threads;
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(0);
          // It would wake every second, to look whether connections should idle out.
          server.getBeans(LowResourceMonitor.class).forEach(server::removeBean);
        });
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, ServerSocketChannel socket) {
    http.setIdleTimeout(0); // 0: never
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setIdleTimeout(0);
    try {
      connector.open(socket);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot take over the listening socket", failure);
    }
    return connector;
  }
}
