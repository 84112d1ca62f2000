package ratelab.experiments.oracle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * A target with four counters of one group, exposed in another order than that of their labels,
 * since the order of a sum can be seen in its last bit. They grow by random reals, and now and then
 * one begins anew.
 */
final class RandomCounters implements AutoCloseable {
  private static final List<String> MODES = List.of("user", "idle", "system", "nice");

  private final Random random;
  private final CountDownLatch scrapes;
  private final Map<String, Double> values = new TreeMap<>();
  private final HttpServer server;

  RandomCounters(long seed, int scrapes) throws IOException {
    this.random = new Random(seed);
    this.scrapes = new CountDownLatch(scrapes);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/metrics", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Falls with each scrape. */
  CountDownLatch scrapes() {
    return scrapes;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    scrapes.countDown();
    StringBuilder body = new StringBuilder();
    for (String mode : MODES) {
      double value = values.merge(mode, random.nextDouble(), Double::sum);
      body.append("cpu_seconds_total{groupname=\"g\",mode=\"%s\"} %s\n".formatted(mode, value));
      if (random.nextInt(12) == 0) {
        values.put(mode, 0.0);
      }
    }
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
