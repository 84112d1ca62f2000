package ratelab.exporter.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.metrics.exporter.common.PrometheusScrapeHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** Answers by exact path, and turns failures into an answer without internals. */
final class Routes implements HttpHandler {
  private static final Logger LOG = System.getLogger(Routes.class.getName());
  private static final String HTML = "text/html; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int FAILED = 500;

  private final String telemetryPath;
  private final PrometheusScrapeHandler scrapes;

  Routes(String telemetryPath, PrometheusScrapeHandler scrapes) {
    this.telemetryPath = telemetryPath;
    this.scrapes = scrapes;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      route(exchange);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a request failed", e);
      answer(exchange, FAILED, TEXT, "Failed; the exporter's log has the cause.\n");
    } finally {
      exchange.close();
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals(telemetryPath)) {
      scrapes.handleRequest(new ScrapeExchange(exchange));
    } else if (path.equals("/")) {
      answer(exchange, OK, HTML, LandingPage.html(telemetryPath));
    } else {
      answer(exchange, NOT_FOUND, TEXT, "Not found.\n");
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
    if (!isHead) exchange.getResponseBody().write(body);
  }
}
