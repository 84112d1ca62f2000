package ratelab.experiments.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands between the scrapers of a disturbed run and its exporter: it lets scrapes fail or wait,
 * and leads them to another exporter. Each scraper has its own share of it.
 */
public final class ExporterGate implements AutoCloseable {
  private static final int HTTP_INTERNAL_ERROR = 500;
  private static final int HTTP_BAD_GATEWAY = 502;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Who scrapes. */
  enum Scraper {
    LAB,
    PROMETHEUS
  }

  /** What becomes of the next scrapes. */
  private record Trouble(int left, boolean fails, Duration delay) {
    static final Trouble NONE = new Trouble(0, false, Duration.ZERO);

    Trouble next() {
      return left > 1 ? new Trouble(left - 1, fails, delay) : NONE;
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<Scraper, Trouble> troubles = new EnumMap<>(Scraper.class);
  private final String path;
  private Optional<URI> exporter;

  private ExporterGate(HttpServer server, URI exporter) {
    this.server = server;
    this.exporter = Optional.of(exporter);
    this.path = exporter.getPath();
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Opens a gate on a free port.
   *
   * @param address of this machine, where the scrapers reach it
   */
  public static ExporterGate open(InetAddress address, URI exporter) {
    try {
      return new ExporterGate(HttpServer.create(new InetSocketAddress(address, 0), 0), exporter);
    } catch (IOException e) {
      throw new LabException(
          "there is no free port on " + address.getHostAddress() + ": " + e.getMessage(), e);
    }
  }

  /** Where to scrape. */
  public URI url() {
    InetSocketAddress address = server.getAddress();
    return URI.create(
        "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + path);
  }

  /** The next scrapes of a scraper are answered with an error. */
  synchronized void fail(Scraper scraper, int scrapes) {
    troubles.put(scraper, new Trouble(scrapes, true, Duration.ZERO));
  }

  /** The answers to the next scrapes of a scraper come late; so late was the exporter asked. */
  synchronized void delay(Scraper scraper, int scrapes, Duration delay) {
    troubles.put(scraper, new Trouble(scrapes, false, delay));
  }

  /** Leads scrapes to an exporter; empty: there is none. */
  public synchronized void lead(Optional<URI> to) {
    exporter = to;
  }

  private synchronized Optional<URI> exporter() {
    return exporter;
  }

  private synchronized Trouble take(Scraper scraper) {
    Trouble now = troubles.getOrDefault(scraper, Trouble.NONE);
    troubles.put(scraper, now.next());
    return now;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Trouble trouble = take(scraper(exchange));
      if (trouble.fails()) {
        answer(exchange, HTTP_INTERNAL_ERROR, "made to fail by the scenario");
        return;
      }
      TimeUnit.NANOSECONDS.sleep(trouble.delay().toNanos());
      Optional<URI> to = exporter();
      if (to.isEmpty()) {
        answer(exchange, HTTP_BAD_GATEWAY, "the exporter is being restarted");
      } else {
        pass(exchange, to.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(HttpExchange exchange, URI to) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(to).timeout(PATIENCE);
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept"))
        .ifPresent(accept -> request.header("Accept", accept));
    HttpResponse<String> response;
    try {
      response = client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      answer(exchange, HTTP_BAD_GATEWAY, "the exporter at " + to + " does not answer");
      return;
    }
    response
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    answer(exchange, response.statusCode(), response.body());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
  }

  private static Scraper scraper(HttpExchange exchange) {
    String agent = exchange.getRequestHeaders().getFirst("User-Agent");
    return agent != null && agent.startsWith("Prometheus") ? Scraper.PROMETHEUS : Scraper.LAB;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }
}
