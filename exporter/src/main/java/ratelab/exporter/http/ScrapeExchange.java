package ratelab.exporter.http;

import com.sun.net.httpserver.HttpExchange;
import io.prometheus.metrics.exporter.httpserver.HttpExchangeAdapter;
import java.io.IOException;

/**
 * The library's adapter, but for failures: it would send the stack trace to the client. Here they
 * pass to {@link FrontDoor}, which answers and closes.
 */
final class ScrapeExchange extends HttpExchangeAdapter {
  ScrapeExchange(HttpExchange exchange) {
    super(exchange);
  }

  @Override
  public void handleException(IOException e) throws IOException {
    throw e;
  }

  @Override
  public void handleException(RuntimeException e) {
    throw e;
  }

  /** The library closes before a failure has been answered. */
  @Override
  public void close() {}
}
