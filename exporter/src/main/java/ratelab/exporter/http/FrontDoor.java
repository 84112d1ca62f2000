package ratelab.exporter.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;
import ratelab.exporter.http.auth.BasicAuth;
import ratelab.exporter.http.config.WebConfig;

/**
 * Where every request comes in, before it is known what it asks for: its body is taken off the
 * wire, configured headers are set, credentials are checked. Then the routes have it, and a failure
 * there becomes an answer without internals.
 */
final class FrontDoor implements HttpHandler {
  private static final Logger LOG = System.getLogger(FrontDoor.class.getName());
  private static final Answer UNAUTHORIZED = Answer.of(401, Answer.TEXT, "Unauthorized.\n");
  private static final Answer TOO_LARGE = Answer.of(413, Answer.TEXT, "Request too large.\n");
  private static final Answer FAILED =
      Answer.of(500, Answer.TEXT, "Failed; the exporter's log has the cause.\n");

  /** No page needs a body at all, but a polite client may send one. */
  private static final int MAX_BODY_BYTES = 64 * 1024;

  private static final int PIECE_BYTES = 4096;

  private final Supplier<WebConfig> config;
  private final ExchangeThreads threads;
  private final Routes routes;

  FrontDoor(Supplier<WebConfig> config, ExchangeThreads threads, Routes routes) {
    this.config = config;
    this.threads = threads;
    this.routes = routes;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      receive(exchange);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a request failed", e);
      if (hasBegun(exchange)) breakOff();
      else FAILED.send(exchange);
    } catch (IOException e) {
      if (hasBegun(exchange)) breakOff();
      throw e;
    } finally {
      exchange.close();
    }
  }

  private static boolean hasBegun(HttpExchange exchange) {
    return exchange.getResponseCode() >= 0;
  }

  /**
   * Has the end of the answer fail, so that the client sees a broken connection: to close an
   * exchange properly would end a half answer as if it were a whole one.
   */
  private static void breakOff() {
    Thread.currentThread().interrupt();
  }

  private void receive(HttpExchange exchange) throws IOException {
    boolean complete = skipBody(exchange.getRequestBody());
    threads.requestIsRead();
    exchange.setStreams(null, new PiecewiseOutput(exchange.getResponseBody()));
    WebConfig config = this.config.get();
    config.headers().forEach(exchange.getResponseHeaders()::set);
    if (!config.auth().admits(authorization(exchange))) {
      exchange.getResponseHeaders().set("WWW-Authenticate", BasicAuth.CHALLENGE);
      UNAUTHORIZED.send(exchange);
    } else if (!complete) {
      exchange.getResponseHeaders().set("Connection", "close");
      TOO_LARGE.send(exchange);
    } else {
      routes.handle(exchange);
    }
  }

  /** Whether the body has ended within the limit. */
  private static boolean skipBody(InputStream body) throws IOException {
    if (body.read() < 0) return true;
    byte[] piece = new byte[PIECE_BYTES];
    int rest = MAX_BODY_BYTES;
    while (rest > 0) {
      int read = body.read(piece);
      if (read < 0) return true;
      rest -= read;
    }
    return false;
  }

  private static Optional<String> authorization(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
  }
}
