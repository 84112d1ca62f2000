package ratelab.exporter.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.metrics.exporter.common.PrometheusScrapeHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import ratelab.exporter.metrics.Exposition;
import ratelab.exporter.metrics.ScrapeCounts;

/**
 * The metrics: as text to whoever takes text, as process-exporter does; in the library's other
 * formats to a client that takes nothing else.
 */
public final class ScrapePage implements HttpHandler {
  private static final int OK = 200;
  private static final int LENGTH_UNKNOWN = 0;
  private static final int NO_BODY = -1;

  /** What a client that takes text may ask for. */
  private static final List<String> TEXT = List.of("text/plain", "text/*", "*/*");

  private final Exposition exposition;
  private final ScrapeCounts counts;
  private final Supplier<PrometheusScrapeHandler> otherFormats;

  /** Answers with what the exposition says at each request. */
  public ScrapePage(Exposition exposition, ScrapeCounts counts) {
    this.exposition = exposition;
    this.counts = counts;
    // Made when first asked for: most exporters are never asked, and start the faster.
    this.otherFormats = () -> new PrometheusScrapeHandler(exposition.registry());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    counts.began();
    boolean successful = false;
    try {
      answer(exchange);
      successful = true;
    } finally {
      counts.ended(successful);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    Headers request = exchange.getRequestHeaders();
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    if (!takesText(request)) {
      otherFormats.get().handleRequest(new ScrapeExchange(exchange));
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", Exposition.CONTENT_TYPE);
    if (isHead) {
      exchange.sendResponseHeaders(OK, NO_BODY);
    } else if (takesGzip(request)) {
      byte[] body = exposition.gzipped();
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(OK, body.length);
      exchange.getResponseBody().write(body);
    } else {
      exposition.write(() -> body(exchange));
    }
  }

  /** Opened only when there is something to write, so that a failure before is still a status. */
  private static OutputStream body(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(OK, LENGTH_UNKNOWN);
    return exchange.getResponseBody();
  }

  private static boolean takesText(Headers request) {
    List<String> accepted = request.getOrDefault("Accept", List.of("*/*"));
    return accepted.stream().anyMatch(header -> TEXT.stream().anyMatch(header::contains));
  }

  /** Any mention of gzip but one that refuses it. */
  private static boolean takesGzip(Headers request) {
    return request.getOrDefault("Accept-Encoding", List.of()).stream()
        .flatMap(header -> Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")))
        .map(String::strip)
        .anyMatch(coding -> coding.startsWith("gzip") && !coding.matches(".*;\\s*q=0(\\.0*)?"));
  }
}
